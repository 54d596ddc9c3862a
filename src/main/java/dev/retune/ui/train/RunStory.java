package dev.retune.ui.train;

import dev.retune.training.RunEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Predicate;

/// What the events of a run amount to. Events of steps that a resumed worker does again replace the
/// earlier ones.
final class RunStory {
  private final List<Point> losses = new ArrayList<>();
  private final List<Point> quality = new ArrayList<>();
  private final List<RunEvent> telling = new ArrayList<>();
  private OptionalDouble base = OptionalDouble.empty();
  private OptionalDouble bm25 = OptionalDouble.empty();
  private OptionalDouble secondsLeft = OptionalDouble.empty();
  private OptionalInt checkpoint = OptionalInt.empty();
  private int step;
  private int totalSteps;

  /// Takes in what came since the last call.
  void add(List<RunEvent> events) {
    events.forEach(this::add);
  }

  private void add(RunEvent event) {
    switch (event) {
      case RunEvent.Started started -> start(started);
      case RunEvent.Preflight preflight -> totalSteps = preflight.totalSteps();
      case RunEvent.Step done -> {
        step = done.step();
        totalSteps = done.totalSteps();
        secondsLeft = OptionalDouble.of(done.secondsLeft());
        losses.add(new Point(done.step(), done.loss()));
      }
      case RunEvent.Evaluated evaluated -> evaluate(evaluated);
      case RunEvent.CheckpointSaved saved -> checkpoint = OptionalInt.of(saved.step());
      case RunEvent.Warned _,
          RunEvent.Paused _,
          RunEvent.Resumed _,
          RunEvent.Stopped _,
          RunEvent.Finished _,
          RunEvent.Failed _ -> {}
    }
    // Steps are drawn and checkpoints come with each measurement: told, they would bury the rest.
    if (!(event instanceof RunEvent.Step || event instanceof RunEvent.CheckpointSaved)) {
      telling.add(event);
    }
  }

  private void start(RunEvent.Started started) {
    Predicate<Point> again = point -> point.step() > started.step();
    losses.removeIf(again);
    quality.removeIf(again);
    step = started.step();
    totalSteps = Math.max(totalSteps, started.totalSteps());
    secondsLeft = OptionalDouble.empty();
  }

  private void evaluate(RunEvent.Evaluated evaluated) {
    if (!evaluated.split().equals("validation")) {
      return;
    }
    switch (evaluated.subject()) {
      case BASE -> base = OptionalDouble.of(evaluated.score());
      case BM25 -> bm25 = OptionalDouble.of(evaluated.score());
      case TUNED -> {
        quality.removeIf(point -> point.step() == evaluated.step());
        quality.add(new Point(evaluated.step(), evaluated.score()));
      }
    }
  }

  int step() {
    return step;
  }

  int totalSteps() {
    return totalSteps;
  }

  OptionalDouble secondsLeft() {
    return secondsLeft;
  }

  List<Point> losses() {
    return List.copyOf(losses);
  }

  /// Quality of the tuned model on the validation questions; begins at the base model's, step 0.
  List<Point> quality() {
    var points = new ArrayList<Point>();
    base.ifPresent(score -> points.add(new Point(0, score)));
    quality.stream().filter(point -> point.step() > 0).forEach(points::add);
    return points;
  }

  OptionalDouble base() {
    return base;
  }

  OptionalDouble bm25() {
    return bm25;
  }

  /// The best measured point so far; the earliest of equals.
  Optional<Point> best() {
    return quality().stream()
        .reduce((first, second) -> second.value() > first.value() ? second : first);
  }

  /// The step of the latest checkpoint.
  OptionalInt checkpoint() {
    return checkpoint;
  }

  /// The events that are told in words, oldest first.
  List<RunEvent> telling() {
    return List.copyOf(telling);
  }
}
