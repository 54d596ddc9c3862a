package dev.retune.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.retune.encoder.InputType;
import dev.retune.training.PeakMemory;
import dev.retune.workflow.EmbedTexts;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Embeds the lines of a file.
@CommandLine.Command(mixinStandardHelpOptions = true)
final class EmbedCommand extends Command {
  @Option(names = "--model", required = true, paramLabel = "<id|folder>")
  String model;

  @Option(names = "--input", required = true, paramLabel = "<texts.txt|.jsonl>")
  Path input;

  @Option(names = "--output", required = true, paramLabel = "<vectors.npy|.jsonl>")
  Path output;

  @Option(names = "--as", paramLabel = "query|passage")
  InputType type = InputType.PASSAGE;

  @SuppressWarnings("NullAway.Init") // picocli sets what is required
  EmbedCommand(Context context) {
    super(context);
  }

  private record Embedded(
      int texts, int dimension, double seconds, @JsonProperty("peakMemoryMB") long peakMemoryMb) {}

  @Override
  public Integer call() {
    var done = new EmbedTexts(workbench()).run(model, input, output, type, context.progress());
    return result(
        new Embedded(done.texts(), done.dimension(), done.seconds(), PeakMemory.mebibytes()),
        () -> context.say("embed.done", done.texts(), output));
  }
}
