package dev.retune.cli;

import dev.retune.text.Problem;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Sets CUDA support up.
@CommandLine.Command(mixinStandardHelpOptions = true)
final class GpuInstallCommand extends Command {
  @Option(names = "--from", paramLabel = "<url|folder>")
  @Nullable String from;

  @Option(names = "--torch", paramLabel = "<folder>")
  @Nullable Path torch;

  GpuInstallCommand(Context context) {
    super(context);
  }

  private record Installed(String libraries) {}

  @Override
  public Integer call() {
    var gpu = workbench().gpu();
    if (torch != null && from != null) {
      throw Problem.of(GpuInstallCommand.class, "gpu.both").exception();
    }
    if (torch == null) {
      gpu.install(from, context.progress());
    } else {
      gpu.link(torch);
    }
    var libraries = gpu.libraries().orElseThrow();
    return result(
        new Installed(libraries.toString()), () -> context.say("gpu.installed", libraries));
  }
}
