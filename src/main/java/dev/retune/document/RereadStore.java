package dev.retune.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.retune.file.Json;
import dev.retune.file.Sha256;
import dev.retune.text.Problem;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Stores what reading again made of documents and remembers under which action, so that undoing it
/// brings the former pages and choices back. Every method works within the caller's transaction.
final class RereadStore {

  /// What is known before the documents are changed.
  private final long action;

  private final List<Reread> rereads;
  private final Map<UUID, String> digests = new HashMap<>();

  private RereadStore(long action, List<Reread> rereads) {
    this.action = action;
    this.rereads = rereads;
  }

  /// What of a document can change.
  private record Choice(
      int pages, Outcome outcome, String warnings, Treatment treatment, List<String> languages) {
    static Choice of(Document document, ReadingChoice choice) {
      return new Choice(
          document.pages(),
          document.outcome(),
          ProblemJson.write(document.warnings()),
          choice.treatment(),
          choice.languages());
    }
  }

  /// Writes the pages down as they were and are to be.
  static RereadStore log(Handle handle, long action, List<Reread> rereads) {
    var store = new RereadStore(action, rereads);
    for (var reread : rereads) {
      var id = reread.before().id();
      store.digests.put(id, digest(handle, id));
      PageStore.log(handle, action, id, "before", reread.former());
      PageStore.log(handle, action, id, "after", reread.pages());
    }
    return store;
  }

  /// Completes the log once pages and chunks are what they are to be.
  void applied(Handle handle) {
    for (var reread : rereads) {
      var id = reread.before().id();
      var after = Choice.of(reread.after(), reread.choice());
      handle
          .createUpdate(
              "INSERT INTO reread VALUES (:action, :document, :before, :after, :was, :now)")
          .bind("action", action)
          .bind("document", id.toString())
          .bind("before", Json.line(Choice.of(reread.before(), reread.was())))
          .bind("after", Json.line(after))
          .bind("was", digests.get(id))
          .bind("now", digest(handle, id))
          .execute();
      store(handle, id, after);
    }
  }

  /// @param to `before` or `after`
  /// @throws dev.retune.text.ProblemException if the documents that the action read again are no
  ///   longer what it made of them
  static void check(Handle handle, long action, String to) {
    var from = to.equals("before") ? "after" : "before";
    var digests = new HashMap<UUID, String>();
    handle
        .createQuery(
            "SELECT document_id, %s_digest FROM reread WHERE action_id = :action".formatted(from))
        .bind("action", action)
        .map((row, _) -> Map.entry(UUID.fromString(row.getString(1)), row.getString(2)))
        .forEach(entry -> digests.put(entry.getKey(), entry.getValue()));
    digests.forEach((id, digest) -> {
      if (!digest.equals(digest(handle, id))) {
        throw Problem.of(RereadStore.class, "reread.since", name(handle, id)).exception();
      }
    });
  }

  /// Makes pages and choices what they were before or after an action.
  ///
  /// @param to `before` or `after`
  static void restore(Handle handle, long action, String to) {
    PageStore.restore(handle, action, to);
    handle
        .createQuery(
            "SELECT document_id, %s_choice FROM reread WHERE action_id = :action".formatted(to))
        .bind("action", action)
        .map((row, _) -> Map.entry(UUID.fromString(row.getString(1)), row.getString(2)))
        .list()
        .forEach(entry -> store(handle, entry.getKey(), choice(entry.getValue())));
  }

  private static Choice choice(String json) {
    try {
      return Json.mapper().readValue(json, Choice.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(json, e);
    }
  }

  private static void store(Handle handle, UUID document, Choice choice) {
    handle
        .createUpdate(
            """
            UPDATE document SET pages = :pages, outcome = :outcome, warnings = :warnings,
              treatment = :treatment, languages = :languages
            WHERE id = :id\
            """)
        .bind("pages", choice.pages())
        .bind("outcome", choice.outcome().name())
        .bind("warnings", choice.warnings())
        .bind("treatment", choice.treatment().name())
        .bind("languages", String.join("+", choice.languages()))
        .bind("id", document.toString())
        .execute();
  }

  private static String name(Handle handle, UUID document) {
    return handle
        .createQuery("SELECT name FROM document WHERE id = :id")
        .bind("id", document.toString())
        .mapTo(String.class)
        .one();
  }

  /// Over what correcting passages, cutting or reading anew would change.
  private static String digest(Handle handle, UUID document) {
    var digest = Sha256.digest();
    handle
        .createQuery(
            """
            SELECT number || '/' || coalesce(treatment, '') || '/' || left_out || '/' || text
            FROM page WHERE document_id = :id ORDER BY number\
            """)
        .bind("id", document.toString())
        .mapTo(String.class)
        .forEach(page -> digest.update(page.getBytes(StandardCharsets.UTF_8)));
    handle
        .createQuery(
            """
            SELECT id || '/' || ordinal || '/' || text
            FROM chunk WHERE document_id = :id AND live = 1 ORDER BY ordinal\
            """)
        .bind("id", document.toString())
        .mapTo(String.class)
        .forEach(chunk -> digest.update(chunk.getBytes(StandardCharsets.UTF_8)));
    return Sha256.hex(digest.digest());
  }
}
