package dev.retune.cli;

import dev.retune.pair.PairRow;
import dev.retune.pair.ReviewStatus;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Lists pairs.
@CommandLine.Command(mixinStandardHelpOptions = true)
final class PairsListCommand extends ProjectCommand {
  @Option(names = "--status", paramLabel = "to_review|accepted|rejected")
  @Nullable ReviewStatus status;

  PairsListCommand(Context context) {
    super(context);
  }

  @Override
  public Integer call() {
    try (var session = open()) {
      var rows =
          session.pairs().rows().stream()
              .filter(row -> status == null || row.status() == status)
              .toList();
      return result(rows, () -> rows.forEach(this::print));
    }
  }

  private void print(PairRow row) {
    context
        .output()
        .line(
            String.join(
                "\t",
                row.id().toString(),
                row.status().name().toLowerCase(Locale.ROOT),
                row.question(),
                row.documentName(),
                String.valueOf(row.firstPage())));
  }
}
