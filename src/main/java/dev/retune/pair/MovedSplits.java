package dev.retune.pair;

import dev.retune.dataset.Split;
import dev.retune.document.Chunk;
import dev.retune.pair.PairMoves.Move;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/// Keeps splits without leaks when pairs come to the same passage: as [Splitter] does where people
/// mixed them, all go to the strictest split among them, test before validation before train; so do
/// pairs of one question. Only pairs of the documents that are cut are looked at: those of others
/// keep their splits.
final class MovedSplits {
  private MovedSplits() {}

  /// The splits of all pairs that stay and have one.
  ///
  /// @param chunks those in force afterwards
  static Map<UUID, Split> of(Collection<Move> moves, Collection<Chunk> chunks) {
    var groups = new SplitGroups(chunks);
    groups.joinOverlaps(Splitter.RUN);
    var splits = new HashMap<UUID, Split>();
    var staying = moves.stream().filter(move -> move.fate().stays()).toList();
    for (var move : staying) {
      if (move.held().split() != null) {
        splits.put(move.held().id(), move.held().split());
      }
    }
    boolean changed = true;
    while (changed) {
      changed = level(staying, splits, move -> groups.root(move.to()));
      changed |= level(staying, splits, move -> move.held().queryId());
    }
    return splits;
  }

  /// Gives all that are alike the strictest split among them.
  private static boolean level(
      List<Move> moves, Map<UUID, Split> splits, Function<Move, UUID> alike) {
    var strictest = new HashMap<UUID, Split>();
    for (var move : moves) {
      var split = splits.get(move.held().id());
      if (split != null) {
        strictest.merge(alike.apply(move), split, (a, b) -> a.compareTo(b) < 0 ? b : a);
      }
    }
    boolean changed = false;
    for (var move : moves) {
      var wanted = strictest.get(alike.apply(move));
      if (wanted != null
          && splits.containsKey(move.held().id())
          && splits.put(move.held().id(), wanted) != wanted) {
        changed = true;
      }
    }
    return changed;
  }
}
