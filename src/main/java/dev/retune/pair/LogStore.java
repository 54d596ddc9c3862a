package dev.retune.pair;

import dev.retune.document.RecutStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The tables of the log and how its lines become the present state. Every method works within the
/// caller's transaction.
final class LogStore {
  /// What of a judgement can change.
  private static final List<String> FIELDS =
      List.of("present", "status", "relevance", "split", "reviewer", "decided", "chunk_id");

  private LogStore() {}

  /// What an action does to the judgements it touches.
  ///
  /// @param where condition on a judgement `j` for it to be touched at all
  /// @param set SQL expression of the new value by field; other fields stay
  /// @param values values of the named parameters in both
  record Effect(String where, Map<String, String> set, Map<String, Object> values) {}

  /// A JSON array of ids, for `json_each`.
  static String array(Collection<UUID> ids) {
    var text = new StringBuilder("[");
    for (var id : ids) {
      text.append(text.length() == 1 ? "\"" : ",\"").append(id).append('"');
    }
    return text.append(']').toString();
  }

  /// Writes the head of an action.
  ///
  /// @param target for UNDO and REDO the action concerned
  /// @return its id
  static long open(
      Handle handle, ActionKind kind, String reviewer, Instant time, @Nullable Long target) {
    return handle
        .createUpdate(
            "INSERT INTO action (uuid, kind, reviewer, time, target)"
                + " VALUES (:uuid, :kind, :reviewer, :time, :target)")
        .bind("uuid", UUID.randomUUID().toString())
        .bind("kind", kind.name())
        .bind("reviewer", reviewer)
        .bind("time", time.toString())
        .bind("target", target)
        .executeAndReturnGeneratedKeys("id")
        .mapTo(Long.class)
        .one();
  }

  /// Writes what becomes of each judgement, then makes it so.
  static void change(Handle handle, long action, Effect effect, Collection<UUID> ids) {
    log(handle, action, effect, ids);
    apply(handle, action, ids);
  }

  /// Makes of these judgements what the log says the action does to them.
  static void apply(Handle handle, long action, Collection<UUID> ids) {
    update(
        handle,
        action,
        FIELDS.stream().map(field -> field + " = d.after_" + field).toList(),
        ids,
        "");
  }

  /// Writes what becomes of each judgement.
  static void log(Handle handle, long action, Effect effect, Collection<UUID> ids) {
    var columns = new ArrayList<String>();
    var values = new ArrayList<String>();
    for (var field : FIELDS) {
      columns.add("before_" + field);
      values.add("j." + field);
    }
    for (var field : FIELDS) {
      columns.add("after_" + field);
      values.add(effect.set().getOrDefault(field, "j." + field));
    }
    handle
        .createUpdate(
            "INSERT INTO decision (action_id, judgement_id, "
                + String.join(", ", columns)
                + ") SELECT :action, j.id, "
                + String.join(", ", values)
                + " FROM judgement j WHERE j.id IN (SELECT value FROM json_each(:ids))")
        .bindMap(effect.values())
        .bind("action", action)
        .bind("ids", array(ids))
        .execute();
  }

  private static void update(
      Handle handle, long action, List<String> set, @Nullable Collection<UUID> ids, String and) {
    var sql =
        "UPDATE judgement SET "
            + String.join(", ", set)
            + " FROM decision d WHERE d.action_id = :action AND d.judgement_id = judgement.id"
            + and;
    var update =
        handle.createUpdate(
            ids == null ? sql : sql + " AND judgement.id IN (SELECT value FROM json_each(:ids))");
    if (ids != null) {
      update.bind("ids", array(ids));
    }
    update.bind("action", action).execute();
  }

  /// Puts back what an action changed, or makes the change again; fields that the action left alone
  /// keep what came later.
  ///
  /// @param to `before` or `after`
  static void restore(Handle handle, long action, String to) {
    var set =
        FIELDS.stream()
            .map(field ->
                "%1$s = CASE WHEN d.before_%1$s IS d.after_%1$s THEN %1$s ELSE d.%2$s_%1$s END"
                    .formatted(field, to))
            .toList();
    // A query has one present judgement of a chunk at a time: first go those that leave the table,
    // then those that move to another chunk, then come those that return.
    var there = "%1$s_present".formatted(to);
    var here = "%1$s_present".formatted(to.equals("before") ? "after" : "before");
    update(handle, action, set, null, " AND d.%s = 0".formatted(there));
    update(handle, action, set, null, " AND d.%s = 1 AND d.%s = 1".formatted(there, here));
    update(handle, action, set, null, " AND d.%s = 1 AND d.%s = 0".formatted(there, here));
    RecutStore.restore(handle, action, to);
    handle
        .createUpdate(
            "UPDATE query SET text = r.%s_text FROM rewording r".formatted(to)
                + " WHERE r.action_id = :action AND r.query_id = query.id")
        .bind("action", action)
        .execute();
  }

  /// The judgements that an action touched.
  static List<UUID> touched(Handle handle, long action) {
    return handle
        .createQuery(
            "SELECT judgement_id FROM decision WHERE action_id = :action"
                + " UNION SELECT j.id FROM rewording r JOIN judgement j"
                + " ON j.query_id = r.query_id WHERE r.action_id = :action")
        .bind("action", action)
        .mapTo(String.class)
        .map(UUID::fromString)
        .list();
  }

  /// The log from `last` on.
  static List<UndoStack.Entry> entries(Handle handle, long last) {
    return handle
        .createQuery(
            "SELECT id, kind, coalesce(target, 0) FROM action WHERE id > :last ORDER BY id")
        .bind("last", last)
        .map((row, _) ->
            new UndoStack.Entry(
                row.getLong(1), ActionKind.valueOf(row.getString(2)), row.getLong(3)))
        .list();
  }
}
