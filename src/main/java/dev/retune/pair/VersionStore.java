package dev.retune.pair;

import dev.retune.document.Chunk;
import dev.retune.document.RecutStore;
import dev.retune.pair.LogStore.Effect;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Pairs of one version of a document whose passages another version has word for word.
final class VersionStore {
  private final Handle handle;

  VersionStore(Handle handle) {
    this.handle = handle;
  }

  private record Held(UUID id, String query, UUID chunk, double relevance) {}

  /// What becomes of the pairs of the earlier version.
  ///
  /// @param places where each pair that can move comes to
  /// @param staying how many cannot
  record Plan(Map<UUID, UUID> places, int staying) {}

  /// A pair goes to the passage that reads the same, or to the first one that holds its passage
  /// whole; if its passage does not answer its question (relevance 0) only to the former, since
  /// what is added may. It stays where its question stands there already.
  Plan plan(UUID earlier, UUID later) {
    var after = chunks(later);
    var there = new HashSet<String>();
    held(later).forEach(held -> there.add(held.query() + held.chunk()));
    var targets = new HashMap<UUID, Chunk>();
    var same = new HashSet<UUID>();
    for (var chunk : chunks(earlier)) {
      var equal = after.stream().filter(other -> other.whole().equals(chunk.whole())).findFirst();
      equal.ifPresent(_ -> same.add(chunk.id()));
      equal
          .or(() -> after.stream().filter(other -> holds(other, chunk)).findFirst())
          .ifPresent(other -> targets.put(chunk.id(), other));
    }
    var places = new LinkedHashMap<UUID, UUID>();
    var all = held(earlier);
    for (var pair : all) {
      var target = targets.get(pair.chunk());
      if (target != null
          && (pair.relevance() > 0 || same.contains(pair.chunk()))
          && there.add(pair.query() + target.id())) {
        places.put(pair.id(), target.id());
      }
    }
    return new Plan(places, all.size() - places.size());
  }

  /// Whether a passage stands in another word for word, numbers of a table under the same headings.
  private static boolean holds(Chunk other, Chunk chunk) {
    return other.text().contains(chunk.text())
        && (other.head().equals(chunk.head()) || other.text().contains(chunk.head()));
  }

  /// Moves them; without any, with an action of id 0. Pairs that come to the same passages, or are
  /// linked with such, go to the strictest split among them, see [MovedSplits].
  Action carry(UUID earlier, UUID later, String reviewer, Instant time) {
    var places = plan(earlier, later).places();
    long action =
        places.isEmpty() ? 0 : LogStore.open(handle, ActionKind.CARRY, reviewer, time, null);
    if (action != 0) {
      var splits = ResplitStore.of(handle, places, later);
      var touched = new LinkedHashSet<>(places.keySet());
      touched.addAll(splits.keySet());
      handle.execute(
          "CREATE TEMP TABLE IF NOT EXISTS carry (id TEXT PRIMARY KEY, chunk_id, split)");
      handle.execute("DELETE FROM temp.carry");
      var batch = handle.prepareBatch("INSERT INTO temp.carry VALUES (?, ?, ?)");
      for (var pair : touched) {
        var chunk = places.get(pair);
        var split = splits.get(pair);
        batch.add(
            pair.toString(),
            chunk == null ? null : chunk.toString(),
            split == null ? null : split.name());
      }
      batch.execute();
      LogStore.change(
          handle,
          action,
          new Effect("", Map.of("chunk_id", of("chunk_id"), "split", of("split")), Map.of()),
          touched);
    }
    return new Action(action, ActionKind.CARRY, reviewer, time, null, List.copyOf(places.keySet()));
  }

  private static String of(String column) {
    return "coalesce((SELECT c.%1$s FROM temp.carry c WHERE c.id = j.id), j.%1$s)"
        .formatted(column);
  }

  private List<Chunk> chunks(UUID document) {
    return RecutStore.inForce(handle, List.of(document)).stream()
        .sorted(Comparator.comparingInt(Chunk::ordinal))
        .toList();
  }

  private List<Held> held(UUID document) {
    return handle
        .createQuery(
            """
            SELECT j.id, j.query_id, j.chunk_id, j.relevance
            FROM judgement j JOIN chunk c ON c.id = j.chunk_id
            WHERE c.document_id = :id AND c.live = 1 AND j.present = 1 ORDER BY j.seq\
            """)
        .bind("id", document.toString())
        .map((row, _) ->
            new Held(
                UUID.fromString(row.getString("id")),
                row.getString("query_id"),
                UUID.fromString(row.getString("chunk_id")),
                row.getDouble("relevance")))
        .list();
  }
}
