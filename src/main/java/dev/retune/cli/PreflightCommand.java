package dev.retune.cli;

import dev.retune.text.Problem;
import dev.retune.training.PreflightReport;
import dev.retune.training.preflight.Severity;
import dev.retune.workflow.BaseModels;
import dev.retune.workflow.TrainOnFiles;
import picocli.CommandLine;

/// Looks at data, settings, model and machine before a training; takes what `train` takes, so that
/// one word turns the one command into the other.
///
/// The exit code says the worst that was found: 0 nothing or notes, 3 a warning, 4 the training
/// would be refused.
@CommandLine.Command(mixinStandardHelpOptions = true)
final class PreflightCommand extends TrainCommand {
  private static final int WARNING = 3;
  private static final int BLOCKING = 4;

  PreflightCommand(Context context) {
    super(context);
  }

  @Override
  public Integer call() {
    var report = train == null ? onProject() : onFiles();
    var _ =
        result(
            PreflightLines.of(report, context.output().locale()),
            () -> new PreflightPrinter(context).print(report));
    return exit(report);
  }

  private PreflightReport onProject() {
    try (var session = open()) {
      var runs = session.runs();
      return runs.preflight(
          base().orElseGet(session.model()::id),
          options.settings(runs.trainPairs()),
          auxiliary,
          context.progress());
    }
  }

  private PreflightReport onFiles() {
    var source = train;
    var measured = validation;
    if (source == null || measured == null) {
      throw Problem.of(TrainCommand.class, "train.validation").exception();
    }
    return new TrainOnFiles(workbench())
        .preflight(
            base().orElse(BaseModels.ENGLISH),
            source,
            measured,
            test,
            auxiliary,
            options::settings,
            context.progress());
  }

  private static int exit(PreflightReport report) {
    return switch (report.worst().orElse(Severity.NOTE)) {
      case NOTE -> 0;
      case WARNING -> WARNING;
      case BLOCKING -> BLOCKING;
    };
  }
}
