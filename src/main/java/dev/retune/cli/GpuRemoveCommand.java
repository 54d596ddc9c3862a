package dev.retune.cli;

import picocli.CommandLine;

/// Deletes CUDA support.
@CommandLine.Command(mixinStandardHelpOptions = true)
final class GpuRemoveCommand extends Command {
  GpuRemoveCommand(Context context) {
    super(context);
  }

  private record Removed(String folder) {}

  @Override
  public Integer call() {
    var gpu = workbench().gpu();
    gpu.remove();
    return result(
        new Removed(gpu.folder().toString()), () -> context.say("gpu.removed", gpu.folder()));
  }
}
