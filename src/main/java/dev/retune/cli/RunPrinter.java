package dev.retune.cli;

import dev.retune.text.Problem;
import dev.retune.training.RunEvent;
import java.util.Locale;

/// Says what happens in a run, on standard error.
final class RunPrinter {
  /// Steps from one that is said to the next, where nobody chose.
  static final int EVERY = 10;

  private final Context context;
  private final int every;

  RunPrinter(Context context, int every) {
    this.context = context;
    this.every = Math.max(1, every);
  }

  void print(RunEvent event) {
    switch (event) {
      case RunEvent.Started e -> context.note("event.started", e.totalSteps(), e.device());
      case RunEvent.Step e -> {
        if (e.step() % every == 0 || e.step() == e.totalSteps()) {
          context.note("event.step", e.step(), e.totalSteps(), four(e.loss()), minutes(e));
        }
      }
      case RunEvent.Evaluated e ->
          context.note(
              "event.evaluated",
              e.step(),
              e.subject().name().toLowerCase(Locale.ROOT),
              e.split(),
              four(e.score()));
      case RunEvent.Warned e -> context.note("event.problem", sentence(e.problem()));
      case RunEvent.Failed e -> context.note("event.problem", sentence(e.problem()));
      case RunEvent.Preflight _,
          RunEvent.CheckpointSaved _,
          RunEvent.Paused _,
          RunEvent.Resumed _,
          RunEvent.Stopped _,
          RunEvent.Finished _ -> {}
    }
  }

  private String sentence(Problem problem) {
    return problem.cause().in(context.output().locale());
  }

  private static String four(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  private static long minutes(RunEvent.Step step) {
    return Math.round(step.secondsLeft() / 60);
  }
}
