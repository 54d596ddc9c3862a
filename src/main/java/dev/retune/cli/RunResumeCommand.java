package dev.retune.cli;

import dev.retune.text.Problem;
import dev.retune.training.RunFolder;
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
    var state = run.state();
    if (!state.resumable()) {
      var word = state.name().toLowerCase(Locale.ROOT);
      throw Problem.of(RunResumeCommand.class, "run.notResumable", name, word).exception();
    }
    workbench().startWorker(run);
    return result(new Resumed(run.path().toString(), name), () -> context.say("run.resumed", name));
  }
}
