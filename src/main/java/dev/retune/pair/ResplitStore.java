package dev.retune.pair;

import dev.retune.dataset.Split;
import dev.retune.document.Chunk;
import dev.retune.document.PlacedChunk;
import dev.retune.document.Rechunked;
import dev.retune.document.RecutStore;
import dev.retune.pair.MovedSplits.Placed;
import dev.retune.pair.PairMoves.Move;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Looks over the whole project for pairs that cutting documents anew sends to another split.
final class ResplitStore {
  private ResplitStore() {}

  /// A pair that has a split, as it is stored.
  private record Stored(UUID id, String question, UUID chunk, UUID document, Split split) {}

  /// The new split of each pair that changes it, also of pairs of other documents and of removed
  /// ones, which can come back. To be called when the new chunks are in force and no pair has moved
  /// yet.
  static Map<UUID, Split> of(Handle handle, Rechunked rechunked, List<Move> moves) {
    var moved = moves.stream().collect(Collectors.toMap(move -> move.held().id(), move -> move));
    var stored = stored(handle, moved.keySet());
    if (stored.isEmpty()) {
      return Map.of();
    }
    var placed = new ArrayList<Placed>();
    for (var pair : stored) {
      var move = moved.get(pair.id());
      if (move == null) {
        placed.add(placed(pair, pair.chunk(), pair.chunk()));
      } else if (move.fate().stays()) {
        placed.add(placed(pair, move.held().present() ? pair.chunk() : null, move.to()));
      }
    }
    var documents = stored.stream().map(Stored::document).collect(Collectors.toSet());
    var after = RecutStore.inForce(handle, documents);
    return changed(placed, MovedSplits.of(placed, before(rechunked, documents, after), after));
  }

  /// The same for pairs that move between chunks that all stay in force. To be called before they
  /// do.
  ///
  /// @param places the chunk that each comes to
  /// @param document of those chunks
  static Map<UUID, Split> of(Handle handle, Map<UUID, UUID> places, UUID document) {
    var stored = stored(handle, places.keySet());
    var placed =
        stored.stream()
            .map(pair -> placed(pair, pair.chunk(), places.getOrDefault(pair.id(), pair.chunk())))
            .toList();
    var documents = new HashSet<UUID>();
    stored.forEach(pair -> documents.add(pair.document()));
    documents.add(document);
    var chunks = RecutStore.inForce(handle, documents);
    return changed(placed, MovedSplits.of(placed, chunks, chunks));
  }

  private static Map<UUID, Split> changed(List<Placed> placed, Map<UUID, Split> splits) {
    var changed = new LinkedHashMap<UUID, Split>();
    for (var pair : placed) {
      var split = splits.getOrDefault(pair.id(), pair.split());
      if (split != pair.split()) {
        changed.put(pair.id(), split);
      }
    }
    return changed;
  }

  private static Placed placed(Stored pair, @Nullable UUID from, UUID to) {
    return new Placed(pair.id(), SplitGroups.question(pair.question()), from, to, pair.split());
  }

  private static List<Chunk> before(Rechunked rechunked, Set<UUID> documents, List<Chunk> after) {
    var before = new ArrayList<Chunk>();
    var cut = new HashSet<UUID>();
    for (var recut : rechunked.documents()) {
      if (documents.contains(recut.document().id())) {
        recut.before().stream().map(PlacedChunk::chunk).forEach(before::add);
        cut.add(recut.document().id());
      }
    }
    after.stream().filter(chunk -> !cut.contains(chunk.documentId())).forEach(before::add);
    return before;
  }

  private static List<Stored> stored(Handle handle, Set<UUID> moved) {
    return handle
        .createQuery(
            """
            SELECT j.id, q.text, j.chunk_id, c.document_id, j.split
            FROM judgement j
            JOIN query q ON q.id = j.query_id
            JOIN chunk c ON c.id = j.chunk_id
            WHERE j.split IS NOT NULL
              AND (j.present = 1 OR j.id IN (SELECT value FROM json_each(:moved)))
            ORDER BY j.seq\
            """)
        .bind("moved", LogStore.array(moved))
        .map((row, _) ->
            new Stored(
                UUID.fromString(row.getString(1)),
                row.getString(2),
                UUID.fromString(row.getString(3)),
                UUID.fromString(row.getString(4)),
                Split.valueOf(row.getString(5))))
        .list();
  }
}
