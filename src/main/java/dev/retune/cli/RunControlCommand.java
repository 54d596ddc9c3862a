package dev.retune.cli;

import dev.retune.training.RunFolder;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/// Asks a running worker to pause, go on, or stop and keep the best.
@CommandLine.Command(mixinStandardHelpOptions = true)
final class RunControlCommand implements Callable<Integer> {
  /// What is asked.
  enum Wish {
    PAUSE,
    CONTINUE,
    STOP
  }

  private final Context context;
  private final Wish wish;

  @Parameters(paramLabel = "<run folder>")
  Path folder;

  @SuppressWarnings("NullAway.Init") // picocli sets the folder
  RunControlCommand(Context context, Wish wish) {
    this.context = context;
    this.wish = wish;
  }

  @Override
  public Integer call() {
    var run = RunFolder.open(folder);
    switch (wish) {
      case PAUSE -> run.requestPause();
      case CONTINUE -> run.requestResume();
      case STOP -> run.requestStop();
    }
    context.say("run.asked", run.configuration().name());
    return 0;
  }
}
