package dev.retune.document;

import dev.retune.file.Json;
import dev.retune.text.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Puts chunks into force and out of it, and remembers under which action, so that undoing it
/// brings the former ones back. Every method works within the caller's transaction.
public final class RecutStore {
  private RecutStore() {}

  /// Whether there is anything to store.
  public static boolean changes(Handle handle, Rechunked rechunked, boolean whole) {
    if (rechunked.rereads().stream().anyMatch(Reread::changes)) {
      return true;
    }
    if (rechunked.documents().stream()
        .anyMatch(recut -> !ids(recut.before()).equals(ids(recut.after())))) {
      return true;
    }
    var setting =
        handle
            .createQuery("SELECT value FROM setting WHERE key = :key")
            .bind("key", ChunkingSetting.KEY)
            .mapTo(String.class)
            .findOne()
            .orElse(ChunkingSetting.json(ChunkingOptions.DEFAULT));
    return whole && !setting.equals(ChunkingSetting.json(rechunked.options()));
  }

  /// Stores documents cut anew.
  ///
  /// @param whole whether imports are to follow the same options from now on
  /// @throws dev.retune.text.ProblemException if their chunks are no longer those that were cut
  public static void apply(Handle handle, long action, Rechunked rechunked, boolean whole) {
    for (var recut : rechunked.documents()) {
      check(handle, recut);
      store(handle, recut);
      log(handle, action, recut);
    }
    if (whole) {
      handle
          .createUpdate(
              "INSERT INTO rechunking VALUES (:action,"
                  + " (SELECT value FROM setting WHERE key = :key), :after)")
          .bind("action", action)
          .bind("key", ChunkingSetting.KEY)
          .bind("after", ChunkingSetting.json(rechunked.options()))
          .execute();
    }
    var rereads = RereadStore.log(handle, action, rechunked.rereads());
    restore(handle, action, "after");
    rereads.applied(handle);
  }

  private static void check(Handle handle, Recut recut) {
    var live =
        handle
            .createQuery("SELECT id FROM chunk WHERE live = 1 AND document_id = :id")
            .bind("id", recut.document().id().toString())
            .mapTo(String.class)
            .map(UUID::fromString)
            .collect(Collectors.toSet());
    if (!live.equals(ids(recut.before()))) {
      throw Problem.of(RecutStore.class, "recut.changed", recut.document().name()).exception();
    }
  }

  private static Set<UUID> ids(List<PlacedChunk> chunks) {
    return chunks.stream().map(placed -> placed.chunk().id()).collect(Collectors.toSet());
  }

  /// Those that are new, not in force yet.
  private static void store(Handle handle, Recut recut) {
    var stored =
        new HashSet<>(
            handle
                .createQuery("SELECT id FROM chunk WHERE document_id = :id")
                .bind("id", recut.document().id().toString())
                .mapTo(String.class)
                .map(UUID::fromString)
                .list());
    var fresh = new ArrayList<Chunk>();
    for (var placed : recut.after()) {
      if (stored.add(placed.chunk().id())) {
        fresh.add(placed.chunk());
      }
    }
    ImportStore.insertChunks(handle, fresh, false);
  }

  /// What goes, what comes, and what stays but stands at another place among its like.
  private static void log(Handle handle, long action, Recut recut) {
    var before = ids(recut.before());
    var after = new HashMap<UUID, Integer>();
    recut.after().forEach(placed -> after.put(placed.chunk().id(), placed.chunk().ordinal()));
    var batch =
        handle.prepareBatch(
            "INSERT INTO recut (action_id, chunk_id, before_live, after_live, before_ordinal,"
                + " after_ordinal) VALUES (?, ?, ?, ?, ?, ?)");
    var ordinals = ordinals(handle, recut.document().id());
    for (var id : before) {
      if (!after.containsKey(id)) {
        batch.add(action, id.toString(), 1, 0, null, null);
      }
    }
    after.forEach((id, ordinal) -> {
      var now = ordinals.get(id);
      boolean elsewhere = !ordinal.equals(now);
      if (elsewhere || !before.contains(id)) {
        batch.add(
            action,
            id.toString(),
            before.contains(id) ? 1 : 0,
            1,
            elsewhere ? now : null,
            elsewhere ? ordinal : null);
      }
    });
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  private static Map<UUID, Integer> ordinals(Handle handle, UUID document) {
    var ordinals = new HashMap<UUID, Integer>();
    handle
        .createQuery("SELECT id, ordinal FROM chunk WHERE document_id = :id")
        .bind("id", document.toString())
        .map((row, _) -> Map.entry(UUID.fromString(row.getString(1)), row.getInt(2)))
        .forEach(entry -> ordinals.put(entry.getKey(), entry.getValue()));
    return ordinals;
  }

  /// The chunks in force of these documents, removed ones too, in no order.
  public static List<Chunk> inForce(Handle handle, Collection<UUID> documents) {
    return handle
        .createQuery(
            "SELECT * FROM chunk WHERE live = 1"
                + " AND document_id IN (SELECT value FROM json_each(:ids))")
        .bind("ids", Json.line(documents))
        .map((row, _) -> DocumentStore.chunk(row))
        .list();
  }

  /// Makes the chunks and the setting what they were before or after an action; changes nothing if
  /// it is none that cut anew.
  ///
  /// @param to `before` or `after`
  public static void restore(Handle handle, long action, String to) {
    RereadStore.check(handle, action, to);
    // First out of force, then into it: a place in a document has one chunk at a time.
    handle
        .createUpdate(
            "UPDATE chunk SET live = 0 FROM recut r"
                + " WHERE r.action_id = :action AND r.chunk_id = chunk.id")
        .bind("action", action)
        .execute();
    handle
        .createUpdate(
            "UPDATE chunk SET live = r.%1$s_live, ordinal = coalesce(r.%1$s_ordinal, ordinal)"
                    .formatted(to)
                + " FROM recut r WHERE r.action_id = :action AND r.chunk_id = chunk.id")
        .bind("action", action)
        .execute();
    RereadStore.restore(handle, action, to);
    handle
        .createUpdate(
            """
            UPDATE document SET chunks =
              (SELECT count(*) FROM chunk c WHERE c.document_id = document.id AND c.live = 1)
            WHERE id IN (SELECT c.document_id FROM recut r JOIN chunk c ON c.id = r.chunk_id
                         WHERE r.action_id = :action)\
            """)
        .bind("action", action)
        .execute();
    handle
        .createUpdate(
            "DELETE FROM setting WHERE key = :key AND EXISTS"
                + " (SELECT 1 FROM rechunking WHERE action_id = :action)")
        .bind("key", ChunkingSetting.KEY)
        .bind("action", action)
        .execute();
    handle
        .createUpdate(
            "INSERT INTO setting SELECT :key, %1$s_options FROM rechunking".formatted(to)
                + " WHERE action_id = :action AND %1$s_options IS NOT NULL".formatted(to))
        .bind("key", ChunkingSetting.KEY)
        .bind("action", action)
        .execute();
  }
}
