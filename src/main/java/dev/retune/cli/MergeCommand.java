package dev.retune.cli;

import dev.retune.workflow.MergeModels;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Weighs a tuned model against its base, or merges a LoRA adapter into it.
@CommandLine.Command(mixinStandardHelpOptions = true)
final class MergeCommand extends Command {
  @Option(names = "--base", required = true, paramLabel = "<id|folder>")
  String base;

  @Option(names = "--tuned", required = true, paramLabel = "<id|folder>")
  String tuned;

  @Option(names = "--alpha", defaultValue = "1")
  double alpha;

  @Option(names = "--out", required = true, paramLabel = "<folder>")
  Path out;

  @SuppressWarnings("NullAway.Init") // picocli sets what is required
  MergeCommand(Context context) {
    super(context);
  }

  private record Merged(String base, String tuned, double alpha, String folder) {}

  @Override
  public Integer call() {
    EmptyFolder.require(out);
    new MergeModels(workbench()).run(base, tuned, alpha, out, context.progress());
    return result(
        new Merged(base, tuned, alpha, out.toAbsolutePath().toString()),
        () -> context.say("merge.done", out));
  }
}
