package dev.retune.pair;

import dev.retune.pair.LogStore.Effect;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Pairs of one version of a document whose passages another version has word for word.
final class VersionStore {
  private final Handle handle;

  VersionStore(Handle handle) {
    this.handle = handle;
  }

  private record Passage(String id, String text) {}

  private record Held(String id, String query, String chunk, @Nullable String split) {}

  /// What becomes of the pairs of the earlier version.
  ///
  /// @param places where each pair that can move comes to
  /// @param staying how many cannot
  record Plan(Map<UUID, UUID> places, int staying) {}

  /// A pair goes to the passage of the same text, or to the first one that holds its passage whole.
  /// It stays where its question stands there already, and where the pairs there are in another
  /// split: no passage may both train and judge.
  Plan plan(UUID earlier, UUID later) {
    var before = passages(earlier);
    var after = passages(later);
    var there = new HashSet<String>();
    var splits = new HashMap<String, String>();
    for (var held : held(later)) {
      there.add(held.query() + held.chunk());
      if (held.split() != null) {
        splits.put(held.chunk(), held.split());
      }
    }
    var targets = new HashMap<String, String>();
    for (var passage : before) {
      after.stream()
          .filter(other -> other.text().equals(passage.text()))
          .findFirst()
          .or(() ->
              after.stream().filter(other -> other.text().contains(passage.text())).findFirst())
          .ifPresent(other -> targets.put(passage.id(), other.id()));
    }
    var places = new HashMap<UUID, UUID>();
    var all = held(earlier);
    for (var pair : all) {
      var target = targets.get(pair.chunk());
      if (target != null
          && Objects.equals(splits.getOrDefault(target, pair.split()), pair.split())
          && there.add(pair.query() + target)) {
        if (pair.split() != null) {
          splits.put(target, pair.split());
        }
        places.put(UUID.fromString(pair.id()), UUID.fromString(target));
      }
    }
    return new Plan(places, all.size() - places.size());
  }

  /// Moves them; without any, with an action of id 0.
  Action carry(UUID earlier, UUID later, String reviewer, Instant time) {
    var places = plan(earlier, later).places();
    long action =
        places.isEmpty() ? 0 : LogStore.open(handle, ActionKind.CARRY, reviewer, time, null);
    if (action != 0) {
      handle.execute("CREATE TEMP TABLE IF NOT EXISTS carry (id TEXT PRIMARY KEY, chunk_id)");
      handle.execute("DELETE FROM temp.carry");
      var batch = handle.prepareBatch("INSERT INTO temp.carry VALUES (?, ?)");
      places.forEach((pair, chunk) -> batch.add(pair.toString(), chunk.toString()));
      batch.execute();
      var place = "(SELECT c.chunk_id FROM temp.carry c WHERE c.id = j.id)";
      LogStore.change(
          handle, action, new Effect("", Map.of("chunk_id", place), Map.of()), places.keySet());
    }
    return new Action(action, ActionKind.CARRY, reviewer, time, null, List.copyOf(places.keySet()));
  }

  private List<Passage> passages(UUID document) {
    return handle
        .createQuery(
            "SELECT id, text FROM chunk WHERE document_id = :id AND live = 1 ORDER BY ordinal")
        .bind("id", document.toString())
        .map((row, _) -> new Passage(row.getString("id"), row.getString("text")))
        .list();
  }

  private List<Held> held(UUID document) {
    return handle
        .createQuery(
            """
            SELECT j.id, j.query_id, j.chunk_id, j.split
            FROM judgement j JOIN chunk c ON c.id = j.chunk_id
            WHERE c.document_id = :id AND c.live = 1 AND j.present = 1 ORDER BY j.seq\
            """)
        .bind("id", document.toString())
        .map((row, _) ->
            new Held(
                row.getString("id"),
                row.getString("query_id"),
                row.getString("chunk_id"),
                row.getString("split")))
        .list();
  }
}
