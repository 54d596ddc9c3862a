package dev.retune.training;

import java.util.ArrayList;
import java.util.List;

/// How fast a run goes and how long it will still take.
final class Pace {
  private static final int WINDOW = 30;

  private final List<Double> steps = new ArrayList<>();
  private double evaluation;

  void step(double seconds) {
    steps.add(seconds);
  }

  /// What the latest evaluation took.
  void evaluation(double seconds) {
    evaluation = seconds;
  }

  /// Median of all steps; 0 before the first.
  double median() {
    return median(steps);
  }

  /// Median of the latest steps.
  double current() {
    return median(steps.subList(Math.max(0, steps.size() - WINDOW), steps.size()));
  }

  double secondsLeft(int stepsLeft, int evaluationsLeft) {
    return stepsLeft * current() + evaluationsLeft * evaluation;
  }

  private static double median(List<Double> values) {
    var sorted = values.stream().sorted().toList();
    return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
  }
}
