package dev.retune.document;

import dev.retune.encoder.TokenCounter;
import dev.retune.project.Project;
import dev.retune.text.Problem;
import dev.retune.text.ProblemException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /// Gives a passage another text; passages that share what changed change with it. What separates
  /// two pages stays.
  ///
  /// @throws dev.retune.text.ProblemException if nothing would be left of it, or it is not known
  public Correction correct(UUID chunkId, String text) {
    if (text.isBlank()) {
      throw Problem.of(CorrectionStore.class, "correction.empty").exception();
    }
    return project
        .jdbi()
        .inTransaction(handle -> {
          var chunk = chunk(handle, chunkId);
          var pages = new CorrectedPageStore(handle, chunk.documentId());
          var edits = pages.edits(PassageText.of(chunk, pages::text), text.strip());
          return apply(handle, chunk, pages, edits);
        });
  }

  /// Brings back what a correction replaced.
  ///
  /// @throws dev.retune.text.ProblemException if its pages were corrected again since, or the
  ///   document was cut anew
  public void undo(Correction correction) {
    if (correction.changes().isEmpty()) {
      return;
    }
    project
        .jdbi()
        .useTransaction(handle -> {
          if (!correction.all().equals(ids(handle, correction.document()))) {
            throw Problem.of(CorrectionStore.class, "correction.again").exception();
          }
          var pages = new CorrectedPageStore(handle, correction.document());
          for (var row : correction.pages()) {
            if (!pages.text(row.page()).equals(row.after())) {
              throw Problem.of(CorrectionStore.class, "correction.again").exception();
            }
            pages.restore(row);
          }
          correction.chunks().forEach(chunk -> store(handle, chunk));
          correction
              .changes()
              .forEach(change -> log(handle, correction.document(), change.undone()));
        });
  }

  private static Chunk chunk(Handle handle, UUID id) {
    return handle
        .createQuery("SELECT * FROM chunk WHERE id = :id")
        .bind("id", id.toString())
        .map((row, _) -> DocumentStore.chunk(row))
        .findOne()
        .orElseThrow(() -> Problem.of(CorrectionStore.class, "correction.gone").exception());
  }

  /// @param edits one for each page
  private Correction apply(
      Handle handle, Chunk own, CorrectedPageStore pages, Map<Integer, TextEdit> edits) {
    if (edits.isEmpty()) {
      return Correction.nothing(own.documentId());
    }
    var passages = texts(handle, own.documentId(), pages);
    var changes = new ArrayList<Correction.Change>();
    var rows = new ArrayList<Correction.PageRow>();
    edits.forEach((page, edit) -> {
      var text = pages.text(page).substring(edit.start(), edit.end());
      changes.add(new Correction.Change(page, edit.start(), text, edit.replacement()));
      rows.add(pages.apply(page, edit));
    });
    changes.forEach(change -> log(handle, own.documentId(), change));
    var corrected = new LinkedHashMap<Chunk, PassageText>();
    var heads = new HashMap<String, String>();
    for (var passage : passages) {
      var chunk = passage.chunk();
      var after = passage.after(edits, chunk.id().equals(own.id()), pages::text);
      corrected.put(chunk, after);
      heads.putAll(TableHeads.changed(chunk.text(), after.chunk().text()));
    }
    var before = new ArrayList<Chunk>();
    corrected.forEach((chunk, read) -> {
      var head = chunk.head();
      var now = heads.containsKey(head) && below(read, head, edits, pages) ? heads.get(head) : head;
      var after = counted(read.chunk(), now, chunk);
      if (!after.equals(chunk)) {
        before.add(chunk);
        store(handle, after);
      }
    });
    var all = ids(handle, own.documentId());
    return new Correction(own.documentId(), changes, before, rows, all);
  }

  /// Whether the table that a passage begins in is one whose head was edited: no other table with
  /// the former head begins between.
  private static boolean below(
      PassageText passage, String head, Map<Integer, TextEdit> edits, CorrectedPageStore pages) {
    var first = passage.parts().getFirst();
    for (int page = first.page(); page >= 1; page--) {
      var text = pages.text(page);
      var end = page == first.page() ? first.start() : text.length();
      var edit = edits.get(page);
      int start = edit == null ? 0 : edit.start();
      if (start <= end && text.substring(start, end).contains(head)) {
        return false;
      }
      if (edit != null && start <= end) {
        return true;
      }
    }
    return false;
  }

  private static Set<UUID> ids(Handle handle, UUID document) {
    return handle
        .createQuery("SELECT id FROM chunk WHERE document_id = :id")
        .bind("id", document.toString())
        .mapTo(UUID.class)
        .set();
  }

  private Chunk counted(Chunk after, String head, Chunk before) {
    var whole = after.withHead(head, after.tokens());
    return whole.whole().equals(before.whole())
        ? whole
        : after.withHead(head, tokens.count(whole.whole()));
  }

  /// Also those out of force, which come back when cutting anew is undone; not those that do not
  /// stand where they are said to, which nothing can be said of.
  private static List<PassageText> texts(Handle handle, UUID document, CorrectedPageStore pages) {
    return handle
        .createQuery("SELECT * FROM chunk WHERE document_id = :id")
        .bind("id", document.toString())
        .map((row, _) -> DocumentStore.chunk(row))
        .stream()
        .flatMap(chunk -> placed(chunk, pages).stream())
        .toList();
  }

  private static Optional<PassageText> placed(Chunk chunk, CorrectedPageStore pages) {
    try {
      return Optional.of(PassageText.of(chunk, pages::text));
    } catch (ProblemException _) {
      return Optional.empty();
    }
  }

  private static void store(Handle handle, Chunk chunk) {
    handle
        .createUpdate(
            "UPDATE chunk SET text = :text, tokens = :tokens, locator = :locator, head = :head"
                + " WHERE id = :id")
        .bind("head", chunk.head())
        .bind("text", chunk.text())
        .bind("tokens", chunk.tokens())
        .bind("locator", LocatorJson.write(chunk.locator()))
        .bind("id", chunk.id().toString())
        .execute();
  }

  private void log(Handle handle, UUID document, Correction.Change change) {
    handle
        .createUpdate(
            """
            INSERT INTO correction (document_id, page, place, before_text, after_text, reviewer,
                                    time)
            VALUES (:document, :page, :place, :before, :after, :reviewer, :time)\
            """)
        .bind("document", document.toString())
        .bind("page", change.page())
        .bind("place", change.place())
        .bind("before", change.before())
        .bind("after", change.after())
        .bind("reviewer", reviewer)
        .bind("time", clock.instant().toString())
        .execute();
  }
}
