package dev.retune.document;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The pages of a document while they are corrected.
final class CorrectedPageStore {
  private final Handle handle;
  private final UUID document;
  private final Map<Integer, String> texts = new HashMap<>();

  CorrectedPageStore(Handle handle, UUID document) {
    this.handle = handle;
    this.document = document;
  }

  /// @param page from 1
  String text(int page) {
    return texts.computeIfAbsent(
        page,
        number ->
            handle
                .createQuery("SELECT text FROM page WHERE document_id = :id AND number = :number")
                .bind("id", document.toString())
                .bind("number", number)
                .mapTo(String.class)
                .findOne()
                .orElse(""));
  }

  /// What is to be replaced on which pages so that the passage reads so. What separates two pages
  /// stays; what replaces something on both goes to the first.
  Map<Integer, TextEdit> edits(PassageText passage, String wanted) {
    var whole = TextEdit.between(passage.chunk().text(), wanted);
    var edits = new LinkedHashMap<Integer, TextEdit>();
    boolean putIn = whole.start() == whole.end();
    int at = 0;
    for (var part : passage.parts()) {
      int end = at + part.length();
      boolean touched =
          putIn
              ? edits.isEmpty() && whole.start() >= at && whole.start() <= end
              : whole.start() < end && whole.end() > at;
      if (touched && !whole.nothing()) {
        edits.put(
            part.page(),
            new TextEdit(
                part.start() + Math.clamp(whole.start() - at, 0, part.length()),
                part.start() + Math.clamp(whole.end() - at, 0, part.length()),
                edits.isEmpty() ? whole.replacement() : ""));
      }
      at = end + part.after().length();
    }
    return edits;
  }

  /// Stores a page as an edit makes it.
  ///
  /// @return the page as it was
  Correction.PageRow apply(int page, TextEdit edit) {
    var after = edit.applied(text(page));
    var before =
        handle
            .createQuery("SELECT * FROM page WHERE document_id = :id AND number = :number")
            .bind("id", document.toString())
            .bind("number", page)
            .map((row, _) ->
                new Correction.PageRow(
                    page,
                    row.getString("text"),
                    row.getBytes("offsets"),
                    row.getBytes("lines"),
                    row.getBoolean("corrected"),
                    after))
            .one();
    var lines = before.lines();
    store(
        page,
        after,
        OffsetMap.decode(before.offsets()).edited(edit).encode(),
        lines == null ? null : moved(lines, edit),
        true);
    return before;
  }

  /// Stores a page as it was.
  void restore(Correction.PageRow row) {
    store(row.page(), row.text(), row.offsets(), row.lines(), row.corrected());
  }

  private void store(
      int page, String text, byte[] offsets, byte @Nullable [] lines, boolean corrected) {
    handle
        .createUpdate(
            """
            UPDATE page SET text = :text, offsets = :offsets, lines = :lines,
              corrected = :corrected
            WHERE document_id = :id AND number = :number\
            """)
        .bind("text", text)
        .bind("offsets", offsets)
        .bind("lines", lines)
        .bind("corrected", corrected)
        .bind("id", document.toString())
        .bind("number", page)
        .execute();
    texts.put(page, text);
  }

  private static byte[] moved(byte[] lines, TextEdit edit) {
    return StoredLines.encode(
        StoredLines.decode(lines).stream()
            .map(line -> {
              var span = edit.moved(line.start(), line.end(), true);
              return new CleanPage.Line(span.start(), span.end(), line.source(), line.level());
            })
            .toList());
  }
}
