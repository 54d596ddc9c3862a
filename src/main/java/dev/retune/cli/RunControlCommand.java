package dev.retune.cli;

import dev.retune.text.Problem;
import dev.retune.training.RunFolder;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/// Asks a running worker to pause, go on, or stop and keep the best.
@CommandLine.Command(mixinStandardHelpOptions = true)
final class RunControlCommand extends Command {
  /// What is asked.
  enum Wish {
    PAUSE,
    CONTINUE,
    STOP
  }

  private final Wish wish;

  @Parameters(paramLabel = "<run folder>")
  Path folder;

  @SuppressWarnings("NullAway.Init") // picocli sets the folder
  RunControlCommand(Context context, Wish wish) {
    super(context);
    this.wish = wish;
  }

  private record Asked(String run, String asked) {}

  @Override
  public Integer call() {
    var run = RunFolder.open(folder);
    var name = run.configuration().name();
    var state = run.state();
    if (!state.alive()) {
      var word = state.name().toLowerCase(Locale.ROOT);
      throw Problem.of(RunControlCommand.class, "run.notRunning", name, word).exception();
    }
    switch (wish) {
      case PAUSE -> run.requestPause();
      case CONTINUE -> run.requestResume();
      case STOP -> run.requestStop();
    }
    return result(
        new Asked(run.path().toString(), wish.name().toLowerCase(Locale.ROOT)),
        () -> context.say("run.asked", name));
  }
}
