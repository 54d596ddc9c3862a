package dev.retune.cli;

import dev.retune.gpu.Driver;
import dev.retune.workflow.GpuStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// Says what graphics card was found, what computes, and why not the card.
@CommandLine.Command(mixinStandardHelpOptions = true)
final class GpuStatusCommand extends Command {
  GpuStatusCommand(Context context) {
    super(context);
  }

  /// What `--json` prints.
  ///
  /// @param device what models compute on if nothing is chosen: `cuda` or `cpu`
  /// @param driver version of NVIDIA's driver
  /// @param libraries folder of PyTorch's CUDA build, where it is set up
  /// @param from what that was set up from
  /// @param reason why the card is not used
  private record Status(
      String device,
      @Nullable String driver,
      List<Driver.Card> cards,
      @Nullable String libraries,
      List<String> from,
      @Nullable String reason,
      @Nullable String remedy) {}

  @Override
  public Integer call() {
    var status = GpuStatus.of(workbench().gpu());
    var found = status.found();
    var driver = found.driver();
    var why = status.why();
    var locale = context.output().locale();
    var shown =
        new Status(
            why == null ? "cuda" : "cpu",
            driver == null ? null : driver.version(),
            driver == null ? List.of() : driver.cards(),
            found.libraries() == null ? null : found.libraries().toString(),
            found.from(),
            why == null ? null : why.cause().in(locale),
            why == null ? null : why.remedy().in(locale));
    return result(shown, () -> print(shown));
  }

  private void print(Status status) {
    if (status.driver() != null) {
      context.say("gpu.driver.found", status.driver());
    }
    status
        .cards()
        .forEach(card ->
            context.say(
                "gpu.card", card.name(), Long.toString(card.memoryMiB()), card.capability()));
    if (status.libraries() != null) {
      context.say("gpu.libraries.found", status.libraries());
    }
    if (status.reason() == null) {
      context.say("gpu.used");
    } else {
      context.say("gpu.unused", status.reason(), String.valueOf(status.remedy()));
    }
  }
}
