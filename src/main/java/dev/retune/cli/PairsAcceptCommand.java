package dev.retune.cli;

import dev.retune.pair.PairRow;
import dev.retune.pair.ReviewStatus;
import java.util.List;
import java.util.UUID;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Accepts pairs.
@CommandLine.Command(mixinStandardHelpOptions = true)
final class PairsAcceptCommand extends ProjectCommand {
  @Parameters(arity = "0..*", paramLabel = "<id>")
  List<UUID> ids = List.of();

  @Option(names = "--all")
  boolean all;

  PairsAcceptCommand(Context context) {
    super(context);
  }

  private record Accepted(int accepted) {}

  @Override
  public Integer call() {
    try (var session = open()) {
      var chosen =
          all
              ? session.pairs().rows().stream()
                  .filter(row -> row.status() == ReviewStatus.TO_REVIEW)
                  .map(PairRow::id)
                  .toList()
              : ids;
      var accepted = new Accepted(session.review().accept(chosen).pairs().size());
      return result(accepted, () -> context.say("pairs.accepted", accepted.accepted()));
    }
  }
}
