package dev.retune.document;

import dev.retune.file.Json;
import dev.retune.project.Project;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// The side of the documents' store that importing needs.
final class ImportStore {
  private final Project project;

  ImportStore(Project project) {
    this.project = project;
  }

  /// A document by its content, removed or not.
  record Known(Document document, boolean removed) {}

  Optional<Known> bySha256(String sha256) {
    return project.reading().withHandle(handle -> bySha256(handle, sha256));
  }

  private static Optional<Known> bySha256(Handle handle, String sha256) {
    return handle
        .createQuery("SELECT * FROM document WHERE sha256 = :sha256")
        .bind("sha256", sha256)
        .map((row, _) -> new Known(DocumentStore.document(row), row.getString("removed") != null))
        .findOne();
  }

  /// The document of this name with other content that was imported last, and before `since`: files
  /// of one name in several folders are no versions of each other.
  Optional<Document> newestNamed(String name, String sha256, Instant since) {
    return project
        .reading()
        .withHandle(handle ->
            handle
                .createQuery(
                    """
                    SELECT * FROM document
                    WHERE name = :name AND sha256 <> :sha256 AND removed IS NULL
                      AND chunks > 0 AND imported < :since
                    ORDER BY position DESC LIMIT 1\
                    """)
                .bind("name", name)
                .bind("sha256", sha256)
                .bind("since", since.toString())
                .map((row, _) -> DocumentStore.document(row))
                .findOne());
  }

  /// Whether nothing refers to what was read of the document: no pair, no cutting anew, no reading
  /// again and no correction.
  boolean untouched(UUID document) {
    return project.reading().withHandle(handle -> untouched(handle, document));
  }

  private static boolean untouched(Handle handle, UUID document) {
    return handle
        .createQuery(
            """
            SELECT NOT EXISTS (
              SELECT 1 FROM chunk WHERE document_id = :id AND (
                EXISTS (SELECT 1 FROM judgement WHERE chunk_id = chunk.id)
                OR EXISTS (SELECT 1 FROM recut WHERE chunk_id = chunk.id)))
            AND NOT EXISTS (SELECT 1 FROM reread WHERE document_id = :id)
            AND NOT EXISTS (SELECT 1 FROM correction WHERE document_id = :id)\
            """)
        .bind("id", document.toString())
        .mapTo(boolean.class)
        .one();
  }

  /// File names of all copies that belong to documents, removed or not.
  Set<String> originalNames() {
    return project
        .reading()
        .withHandle(handle ->
            new HashSet<>(
                handle
                    .createQuery("SELECT sha256, extension FROM document")
                    .map((row, _) -> DocumentStore.fileName(row))
                    .list()));
  }

  /// Stores a document whole, in one transaction, in place of what was there of the same content;
  /// not where that was read and this is refused, or where somebody has worked with it since.
  ///
  /// @return whether it was stored
  boolean add(Document document, String extension, List<CleanPage> pages, List<Chunk> chunks) {
    return project
        .jdbi()
        .inTransaction(handle -> {
          if (!replaceable(handle, document)) {
            return false;
          }
          insert(handle, document, extension);
          insertPages(handle, document.id(), pages);
          insertChunks(handle, chunks, true);
          return true;
        });
  }

  private static boolean replaceable(Handle handle, Document by) {
    return bySha256(handle, by.sha256())
        .map(Known::document)
        .filter(known -> known.outcome() != Outcome.REFUSED)
        .map(known -> by.outcome() != Outcome.REFUSED && untouched(handle, known.id()))
        .orElse(true);
  }

  private static void insert(Handle handle, Document document, String extension) {
    handle
        .createUpdate("DELETE FROM document WHERE sha256 = :sha256")
        .bind("sha256", document.sha256())
        .execute();
    handle
        .createUpdate(
            """
            INSERT INTO document (id, name, sha256, extension, media_type, bytes, pages, chunks,
                                  outcome, warnings, imported, position)
            VALUES (:id, :name, :sha256, :extension, :mediaType, :bytes, :pages, :chunks,
                    :outcome, :warnings, :imported,
                    (SELECT coalesce(max(position), 0) + 1 FROM document))\
            """)
        .bind("id", document.id().toString())
        .bind("name", document.name())
        .bind("sha256", document.sha256())
        .bind("extension", extension)
        .bind("mediaType", document.mediaType())
        .bind("bytes", document.bytes())
        .bind("pages", document.pages())
        .bind("chunks", document.chunks())
        .bind("outcome", document.outcome().name())
        .bind("warnings", ProblemJson.write(document.warnings()))
        .bind("imported", document.imported().toString())
        .execute();
  }

  private static void insertPages(Handle handle, UUID documentId, List<CleanPage> pages) {
    var batch =
        handle.prepareBatch(
            "INSERT INTO page (document_id, number, raw_text, text, offsets, lines, state) VALUES"
                + " (?, ?, ?, ?, ?, ?, ?)");
    for (var page : pages) {
      batch.add(
          documentId.toString(),
          page.source().number(),
          page.source().text(),
          page.text(),
          page.offsets().encode(),
          StoredLines.encode(page.lines()),
          PageState.of(page.source().content()).name());
    }
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  /// @param live whether they are in force at once
  static void insertChunks(Handle handle, List<Chunk> chunks, boolean live) {
    var batch =
        handle.prepareBatch(
            """
            INSERT INTO chunk (id, document_id, ordinal, text, heading_path, tokens, first_page,
                               locator, head, live)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """);
    for (var chunk : chunks) {
      batch.add(
          chunk.id().toString(),
          chunk.documentId().toString(),
          chunk.ordinal(),
          chunk.text(),
          Json.line(chunk.headingPath()),
          chunk.tokens(),
          chunk.locator().firstPage(),
          LocatorJson.write(chunk.locator()),
          chunk.head(),
          live ? 1 : 0);
    }
    if (batch.size() > 0) {
      batch.execute();
    }
  }
}
