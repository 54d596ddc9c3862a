package dev.retune.cli;

import dev.retune.training.CheckpointModel;
import dev.retune.training.RunFolder;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Makes a model of a checkpoint.
@CommandLine.Command(mixinStandardHelpOptions = true)
final class RunModelCommand extends Command {
  @Parameters(paramLabel = "<run folder>")
  Path folder;

  @Option(names = "--step", required = true, paramLabel = "<n>|latest|best")
  String step;

  @Option(names = "--out", required = true, paramLabel = "<folder>")
  Path out;

  @SuppressWarnings("NullAway.Init") // picocli sets what is required
  RunModelCommand(Context context) {
    super(context);
  }

  private record Written(String run, int step, String folder) {}

  @Override
  public Integer call() {
    EmptyFolder.require(out);
    var run = RunFolder.open(folder);
    var written = CheckpointModel.write(run, step, out);
    return result(
        new Written(run.path().toString(), written, out.toAbsolutePath().toString()),
        () -> context.say("run.model", Integer.toString(written), out));
  }
}
