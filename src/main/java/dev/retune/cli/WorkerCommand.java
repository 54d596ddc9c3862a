package dev.retune.cli;

import dev.retune.training.Worker;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/// Trains a run folder to its end.
@CommandLine.Command(mixinStandardHelpOptions = true)
final class WorkerCommand implements Callable<Integer> {
  @Parameters(paramLabel = "<run folder>")
  Path folder;

  @SuppressWarnings("NullAway.Init") // picocli sets the folder
  WorkerCommand() {}

  @Override
  public Integer call() {
    return Worker.run(folder.toAbsolutePath().normalize());
  }
}
