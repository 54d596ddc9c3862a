package dev.retune.pair;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// The pairs that cutting anew could not keep.
final class LostPairStore {
  private static final String LOST =
      """
      SELECT j.id, q.text AS question, d.name, c.first_page,
        iif(c.head = '', c.text, c.head || char(10) || c.text) AS passage
      FROM lost_pair l
      JOIN judgement j ON j.id = l.judgement_id
      JOIN query q ON q.id = j.query_id
      JOIN chunk c ON c.id = j.chunk_id
      JOIN document d ON d.id = c.document_id
      """;

  private LostPairStore() {}

  static void add(Handle handle, long action, Collection<UUID> judgements) {
    var batch = handle.prepareBatch("INSERT INTO lost_pair VALUES (?, ?)");
    judgements.forEach(id -> batch.add(action, id.toString()));
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  /// Those that an action could not keep.
  static List<LostPair> of(Handle handle, long action) {
    return handle
        .createQuery(LOST + "WHERE l.action_id = :action ORDER BY d.position, c.ordinal, j.seq")
        .bind("action", action)
        .map((row, _) -> pair(row))
        .list();
  }

  /// Those that are lost now, latest first: not undone, and their question not put to another
  /// passage of the document since.
  static List<LostPair> all(Handle handle) {
    return handle
        .createQuery(
            LOST
                + """
                WHERE j.present = 0 AND d.removed IS NULL
                  AND l.action_id =
                    (SELECT max(x.action_id) FROM decision x WHERE x.judgement_id = j.id
                     AND (SELECT u.kind FROM action u WHERE u.target = x.action_id
                          ORDER BY u.id DESC LIMIT 1) IS NOT 'UNDO')
                  AND NOT EXISTS
                    (SELECT 1 FROM judgement k JOIN chunk n ON n.id = k.chunk_id
                     WHERE k.query_id = j.query_id AND k.present = 1 AND k.seq > j.seq
                       AND n.document_id = c.document_id)
                ORDER BY l.action_id DESC, d.position, c.ordinal, j.seq\
                """)
        .map((row, _) -> pair(row))
        .list();
  }

  private static LostPair pair(ResultSet row) throws SQLException {
    return new LostPair(
        UUID.fromString(row.getString("id")),
        row.getString("question"),
        row.getString("name"),
        row.getInt("first_page"),
        row.getString("passage"));
  }
}
