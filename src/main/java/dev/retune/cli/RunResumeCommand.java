package dev.retune.cli;

import dev.retune.text.Problem;
import dev.retune.training.RunFolder;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/// Takes an interrupted run up again.
@CommandLine.Command(mixinStandardHelpOptions = true)
final class RunResumeCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(paramLabel = "<run folder>")
  Path folder;

  @SuppressWarnings("NullAway.Init") // picocli sets the folder
  RunResumeCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    var run = RunFolder.open(folder);
    if (!run.state().resumable()) {
      throw Problem.of(
              RunResumeCommand.class, "run.notResumable", run.configuration().name(), run.state())
          .exception();
    }
    context.workbench().startWorker(run);
    context.say("run.resumed", run.configuration().name());
    return 0;
  }
}
