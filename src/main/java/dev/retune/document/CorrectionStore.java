package dev.retune.document;

import dev.retune.encoder.TokenCounter;
import dev.retune.project.Project;
import dev.retune.text.Problem;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Corrects the text of passages as it stands on their pages, so that it stays corrected when the
/// document is cut anew. Passages keep their ids, and with them their pairs; every correction is
/// written down, and undone by another.
public final class CorrectionStore {
  private final Project project;
  private final TokenCounter tokens;
  private final String reviewer;
  private final Clock clock;

  /// @param tokens counts tokens as the base model does
  public CorrectionStore(Project project, TokenCounter tokens, String reviewer, Clock clock) {
    this.project = project;
    this.tokens = tokens;
    this.reviewer = reviewer;
    this.clock = clock;
  }

  /// Gives a passage another text; passages that share what changed change with it.
  ///
  /// @throws dev.retune.text.ProblemException if nothing would be left of it, or it is not known
  public void correct(UUID chunkId, String text) {
    if (text.isBlank()) {
      throw Problem.of(CorrectionStore.class, "correction.empty").exception();
    }
    project.jdbi().useTransaction(handle -> correct(handle, chunkId, text.strip()));
  }

  private void correct(Handle handle, UUID chunkId, String text) {
    var chunk =
        handle
            .createQuery("SELECT * FROM chunk WHERE id = :id")
            .bind("id", chunkId.toString())
            .map((row, _) -> DocumentStore.chunk(row))
            .findOne()
            .orElseThrow(() -> Problem.of(CorrectionStore.class, "correction.gone").exception());
    var pages = new CorrectedPageStore(handle, chunk.documentId());
    var edits = pages.edits(PassageText.of(chunk, pages::text), text);
    if (edits.isEmpty()) {
      return;
    }
    var before = texts(handle, chunk.documentId(), pages);
    edits.forEach((page, edit) -> log(handle, chunk.documentId(), page, edit, pages.text(page)));
    edits.forEach(pages::apply);
    for (var passage : before) {
      boolean own = passage.chunk().id().equals(chunkId);
      store(handle, passage.chunk(), passage.after(edits, own, pages::text));
    }
  }

  /// Also those out of force, which come back when cutting anew is undone.
  private static List<PassageText> texts(Handle handle, UUID document, CorrectedPageStore pages) {
    return handle
        .createQuery("SELECT * FROM chunk WHERE document_id = :id")
        .bind("id", document.toString())
        .map((row, _) -> DocumentStore.chunk(row))
        .stream()
        .map(chunk -> PassageText.of(chunk, pages::text))
        .toList();
  }

  private void store(Handle handle, Chunk before, PassageText after) {
    var text = after.chunk().text();
    handle
        .createUpdate(
            "UPDATE chunk SET text = :text, tokens = :tokens, locator = :locator WHERE id = :id")
        .bind("text", text)
        .bind("tokens", text.equals(before.text()) ? before.tokens() : tokens.count(text))
        .bind("locator", LocatorJson.write(after.chunk().locator()))
        .bind("id", before.id().toString())
        .execute();
  }

  private void log(Handle handle, UUID document, int page, TextEdit edit, String text) {
    handle
        .createUpdate(
            """
            INSERT INTO correction (document_id, page, place, before_text, after_text, reviewer,
                                    time)
            VALUES (:document, :page, :place, :before, :after, :reviewer, :time)\
            """)
        .bind("document", document.toString())
        .bind("page", page)
        .bind("place", edit.start())
        .bind("before", text.substring(edit.start(), edit.end()))
        .bind("after", edit.replacement())
        .bind("reviewer", reviewer)
        .bind("time", clock.instant().toString())
        .execute();
  }
}
