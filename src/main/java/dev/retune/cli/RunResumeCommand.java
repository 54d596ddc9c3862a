package dev.retune.cli;

import dev.retune.text.Problem;
import dev.retune.training.RunFolder;
import dev.retune.workflow.Workbench;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/// Takes an interrupted run up again.
@CommandLine.Command(mixinStandardHelpOptions = true)
final class RunResumeCommand extends Command {
  @Parameters(paramLabel = "<run folder>")
  Path folder;

  @SuppressWarnings("NullAway.Init") // picocli sets the folder
  RunResumeCommand(Context context) {
    super(context);
  }

  private record Resumed(String run, String name) {}

  @Override
  public Integer call() {
    var run = RunFolder.open(folder);
    var name = run.configuration().name();
    start(workbench(), run);
    return result(new Resumed(run.path().toString(), name), () -> context.say("run.resumed", name));
  }

  /// Starts a worker on a run that was interrupted or failed.
  ///
  /// @throws dev.retune.text.ProblemException if it is in another state or cannot be started
  static void start(Workbench workbench, RunFolder run) {
    var state = run.state();
    if (!state.resumable()) {
      var word = state.name().toLowerCase(Locale.ROOT);
      throw Problem.of(RunResumeCommand.class, "run.notResumable", run.configuration().name(), word)
          .exception();
    }
    workbench.startWorker(run);
  }
}
