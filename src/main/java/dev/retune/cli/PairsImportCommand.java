package dev.retune.cli;

import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/// Brings pairs of another program into a project.
@CommandLine.Command(mixinStandardHelpOptions = true)
final class PairsImportCommand extends ProjectCommand {
  @Parameters(paramLabel = "<file|folder>")
  Path source;

  @SuppressWarnings("NullAway.Init") // picocli sets the source
  PairsImportCommand(Context context) {
    super(context);
  }

  private record Imported(int pairs) {}

  @Override
  public Integer call() {
    try (var session = open()) {
      var action = session.importingPairs().run(source, context.progress());
      var imported = new Imported(action.pairs().size());
      return result(imported, () -> context.say("pairs.imported", imported.pairs()));
    }
  }
}
