package dev.retune.pair;

import dev.retune.project.Project;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads from the log what happened to one pair.
final class HistoryStore {

  /// Each action that touched the judgement or its query, and each undo or redo of such an action.
  private static final String SQL =
      """
      WITH touched AS (
        SELECT d.action_id,
               CASE WHEN d.before_present <> d.after_present
                    THEN iif(d.before_present, d.before_status, NULL)
                    WHEN d.before_status <> d.after_status THEN d.before_status
                    WHEN d.before_relevance <> d.after_relevance THEN d.before_relevance
                    WHEN d.before_chunk_id <> d.after_chunk_id THEN NULL
                    ELSE d.before_split END AS before,
               CASE WHEN d.before_present <> d.after_present
                    THEN iif(d.after_present, d.after_status, NULL)
                    WHEN d.before_status <> d.after_status THEN d.after_status
                    WHEN d.before_relevance <> d.after_relevance THEN d.after_relevance
                    WHEN d.before_chunk_id <> d.after_chunk_id THEN NULL
                    ELSE d.after_split END AS after
        FROM decision d WHERE d.judgement_id = :id
        UNION ALL
        SELECT r.action_id, r.before_text, r.after_text
        FROM rewording r JOIN judgement j ON j.query_id = r.query_id WHERE j.id = :id)
      SELECT a.id, a.time, a.reviewer, a.kind, NULL AS target, t.before, t.after
      FROM touched t JOIN action a ON a.id = t.action_id
      UNION ALL
      SELECT a.id, a.time, a.reviewer, a.kind, b.kind,
             iif(a.kind = 'UNDO', t.after, t.before), iif(a.kind = 'UNDO', t.before, t.after)
      FROM touched t JOIN action b ON b.id = t.action_id JOIN action a ON a.target = b.id
      ORDER BY 1
      """;

  private HistoryStore() {}

  static List<HistoryEntry> history(Project project, UUID judgement) {
    return project
        .reading()
        .withHandle(handle ->
            handle
                .createQuery(SQL)
                .bind("id", judgement.toString())
                .map((row, _) -> entry(row))
                .list());
  }

  private static HistoryEntry entry(ResultSet row) throws SQLException {
    return new HistoryEntry(
        Instant.parse(row.getString("time")),
        row.getString("reviewer"),
        ActionKind.valueOf(row.getString("kind")),
        kind(row.getString("target")),
        row.getString("before"),
        row.getString("after"));
  }

  private static @Nullable ActionKind kind(@Nullable String name) {
    return name == null ? null : ActionKind.valueOf(name);
  }
}
