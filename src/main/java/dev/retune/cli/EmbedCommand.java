package dev.retune.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.retune.encoder.DeviceChoice;
import dev.retune.encoder.EmbedOptions;
import dev.retune.encoder.InputType;
import dev.retune.encoder.Precision;
import dev.retune.training.PeakMemory;
import dev.retune.workflow.EmbedTexts;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
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

  @Option(names = "--precision", paramLabel = "auto|fp32|bf16|fp16")
  Precision precision = Precision.FP32;

  @Option(names = "--device", paramLabel = "auto|cpu|cuda")
  DeviceChoice device = DeviceChoice.AUTO;

  @CommandLine.Mixin WindowsOption windows = new WindowsOption();

  @SuppressWarnings("NullAway.Init") // picocli sets what is required
  EmbedCommand(Context context) {
    super(context);
  }

  /// What `--json` prints.
  ///
  /// @param windows how many vectors there are in all, where windows are asked for
  private record Embedded(
      int texts,
      int dimension,
      double seconds,
      @JsonProperty("peakMemoryMB") long peakMemoryMb,
      @Nullable Integer windows) {}

  @Override
  public Integer call() {
    var asked = windows.windows();
    var done =
        new EmbedTexts(workbench())
            .run(
                model,
                input,
                output,
                type,
                asked,
                EmbedOptions.defaults().withPrecision(precision).withDevice(device),
                context.progress());
    var embedded =
        new Embedded(
            done.texts(),
            done.dimension(),
            done.seconds(),
            PeakMemory.mebibytes(),
            asked == null ? null : Integer.valueOf(done.vectors()));
    return result(
        embedded,
        () -> {
          if (asked == null) {
            context.say("embed.done", done.texts(), output);
          } else {
            context.say("embed.windows", done.texts(), done.vectors(), output);
          }
        });
  }
}
