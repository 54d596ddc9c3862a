package dev.retune.cli;

import dev.retune.pair.PairExport;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/// Writes pairs to a file that other programs read.
@CommandLine.Command(mixinStandardHelpOptions = true)
final class PairsExportCommand extends ProjectCommand {
  @Parameters(paramLabel = "<file.json|file.csv>")
  Path target;

  @SuppressWarnings("NullAway.Init") // picocli sets the target
  PairsExportCommand(Context context) {
    super(context);
  }

  private record Exported(String file) {}

  @Override
  public Integer call() {
    try (var session = open()) {
      var rows = session.pairs().rows();
      if (target.getFileName().toString().endsWith(".csv")) {
        PairExport.csv(target, rows);
      } else {
        PairExport.llamaIndex(target, rows);
      }
      return result(new Exported(target.toString()), () -> context.say("pairs.exported", target));
    }
  }
}
