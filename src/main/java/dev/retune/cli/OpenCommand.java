package dev.retune.cli;

import dev.retune.text.Problem;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/// Opens the window.
@CommandLine.Command(mixinStandardHelpOptions = true, versionProvider = VersionText.class)
final class OpenCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(arity = "0..1", paramLabel = "<folder>")
  @Nullable Path folder;

  OpenCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (!context.window().available()) {
      throw Problem.of(OpenCommand.class, "noScreen").exception();
    }
    context.window().show(folder);
    return 0;
  }
}
