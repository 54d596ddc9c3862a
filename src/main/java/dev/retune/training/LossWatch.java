package dev.retune.training;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;

/// Notices a loss that explodes: [#PATIENCE] steps in a row above [#FACTOR] times the median of the
/// latest steps before them, and above as many times the median of the first steps, so that a loss
/// near zero may jump about.
final class LossWatch {
  static final double FACTOR = 3;
  static final int PATIENCE = 10;
  private static final int FIRST = 10;
  private static final int LATEST = 50;

  private final List<Double> first = new ArrayList<>();
  private final Deque<Double> latest = new ArrayDeque<>();
  private int above;

  /// Takes the loss of the next step in.
  ///
  /// @return whether the loss has exploded
  boolean exploded(double loss) {
    if (first.size() == FIRST && loss > FACTOR * usual()) {
      above++;
      return above >= PATIENCE;
    }
    above = 0;
    if (first.size() < FIRST) {
      first.add(loss);
    }
    latest.addLast(loss);
    if (latest.size() > LATEST) {
      latest.removeFirst();
    }
    return false;
  }

  /// Takes in what the loss was in earlier attempts, up to `step`; of a step that was taken twice
  /// the later attempt counts.
  void recall(List<RunEvent> events, int step) {
    var losses = new TreeMap<Integer, Double>();
    events.forEach(event -> {
      if (event instanceof RunEvent.Step taken && taken.step() <= step) {
        losses.put(taken.step(), taken.loss());
      }
    });
    losses.values().forEach(this::exploded);
  }

  /// What the loss is compared with.
  double usual() {
    return Math.max(median(first), median(latest));
  }

  private static double median(Collection<Double> losses) {
    var sorted = losses.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
