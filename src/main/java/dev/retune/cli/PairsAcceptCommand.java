package dev.retune.cli;

import dev.retune.pair.PairRow;
import dev.retune.pair.PairStore;
import dev.retune.pair.ReviewStatus;
import dev.retune.text.Problem;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
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
    if (all != ids.isEmpty()) {
      throw Problem.of(PairsAcceptCommand.class, "accept.which").exception();
    }
    try (var session = open()) {
      var chosen = all ? open(session.pairs()) : known(session.pairs());
      var accepted = new Accepted(session.review().accept(chosen).pairs().size());
      return result(accepted, () -> context.say("pairs.accepted", accepted.accepted()));
    }
  }

  private static List<UUID> open(PairStore pairs) {
    return pairs.rows().stream()
        .filter(row -> row.status() == ReviewStatus.TO_REVIEW)
        .map(PairRow::id)
        .toList();
  }

  private List<UUID> known(PairStore pairs) {
    var there = pairs.rows(ids).stream().map(PairRow::id).collect(Collectors.toSet());
    for (var id : ids) {
      if (!there.contains(id)) {
        throw Problem.of(PairsAcceptCommand.class, "accept.unknown", id.toString()).exception();
      }
    }
    return ids;
  }
}
