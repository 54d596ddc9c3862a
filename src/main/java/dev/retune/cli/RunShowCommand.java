package dev.retune.cli;

import dev.retune.training.RunFolder;
import dev.retune.training.RunReport;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/// Says where a run stands.
@CommandLine.Command(mixinStandardHelpOptions = true)
final class RunShowCommand extends Command {
  @Parameters(paramLabel = "<run folder>")
  Path folder;

  @SuppressWarnings("NullAway.Init") // picocli sets the folder
  RunShowCommand(Context context) {
    super(context);
  }

  private record Shown(String run, String name, String state, @Nullable RunReport report) {}

  @Override
  public Integer call() {
    var run = RunFolder.open(folder);
    var report = run.report().orElse(null);
    var state = run.state().name().toLowerCase(Locale.ROOT);
    return result(
        new Shown(run.path().toString(), run.configuration().name(), state, report),
        () -> {
          context.say("run.shown", run.configuration().name(), state);
          if (report != null) {
            new ReportPrinter(context).print(report);
          }
        });
  }
}
