package dev.retune.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The rows of pages. Every method works within the caller's transaction.
final class PageStore {
  static final String COLUMNS =
      "number, raw_text, text, offsets, lines, state, treatment, left_out, corrected";

  private PageStore() {}

  /// The document's pages in order.
  static List<StoredPage> pages(Handle handle, UUID document) {
    return handle
        .createQuery("SELECT * FROM page WHERE document_id = :id ORDER BY number")
        .bind("id", document.toString())
        .map((row, _) -> page(row))
        .list();
  }

  static StoredPage page(ResultSet row) throws SQLException {
    return new StoredPage(
        row.getInt("number"),
        row.getString("raw_text"),
        row.getString("text"),
        row.getBytes("offsets"),
        row.getBytes("lines"),
        state(row.getString("state")),
        treatment(row.getString("treatment")),
        row.getBoolean("left_out"),
        row.getBoolean("corrected"));
  }

  private static @Nullable PageState state(@Nullable String name) {
    return name == null ? null : PageState.valueOf(name);
  }

  private static @Nullable Treatment treatment(@Nullable String name) {
    return name == null ? null : Treatment.valueOf(name);
  }

  /// Writes what pages were or became down in the log.
  ///
  /// @param side `before` or `after`
  static void log(
      Handle handle, long action, UUID document, String side, Collection<StoredPage> pages) {
    var batch =
        handle.prepareBatch(
            "INSERT INTO reread_page (action_id, document_id, side, "
                + COLUMNS
                + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (var page : pages) {
      batch.add(
          action,
          document.toString(),
          side,
          page.number(),
          page.rawText(),
          page.text(),
          page.offsets(),
          page.lines(),
          name(page.state()),
          name(page.treatment()),
          page.leftOut(),
          page.corrected());
    }
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  private static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }

  /// Puts the pages that an action changed in place of those that are there.
  ///
  /// @param side `before` or `after`
  static void restore(Handle handle, long action, String side) {
    handle
        .createUpdate(
            "DELETE FROM page WHERE (document_id, number) IN"
                + " (SELECT document_id, number FROM reread_page WHERE action_id = :action)")
        .bind("action", action)
        .execute();
    handle
        .createUpdate(
            "INSERT INTO page (document_id, %1$s) SELECT document_id, %1$s FROM reread_page"
                    .formatted(COLUMNS)
                + " WHERE action_id = :action AND side = :side ORDER BY document_id, number")
        .bind("action", action)
        .bind("side", side)
        .execute();
  }
}
