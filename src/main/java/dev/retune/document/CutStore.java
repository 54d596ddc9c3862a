package dev.retune.document;

import dev.retune.project.Project;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The stored text of documents with all that cutting needs.
final class CutStore {
  private final Project project;

  CutStore(Project project) {
    this.project = project;
  }

  /// The document's text as it was read, without pages that are left out; empty if it has no pages
  /// of its own or was stored before their lines were.
  Optional<CleanDocument> text(UUID documentId) {
    return project
        .reading()
        .withHandle(handle -> {
          var pages =
              handle
                  .createQuery(
                      """
                      SELECT page.*, document.extension
                      FROM page JOIN document ON document.id = page.document_id
                      WHERE page.document_id = :id AND page.lines IS NOT NULL
                        AND page.left_out = 0
                      ORDER BY page.number\
                      """)
                  .bind("id", documentId.toString())
                  .map((row, _) -> new Stored(kind(row), PageStore.page(row).clean(kind(row))))
                  .list();
          return pages.isEmpty()
              ? Optional.<CleanDocument>empty()
              : Optional.of(
                  CleanDocument.of(
                      pages.getFirst().kind(), pages.stream().map(Stored::page).toList()));
        });
  }

  /// The document's pages in order, as they are stored.
  List<StoredPage> pages(UUID documentId) {
    return project.reading().withHandle(handle -> PageStore.pages(handle, documentId));
  }

  /// Chunks of the document that others have replaced, latest first.
  List<Chunk> replaced(UUID documentId) {
    return project
        .reading()
        .withHandle(handle ->
            handle
                .createQuery(
                    "SELECT * FROM chunk WHERE live = 0 AND document_id = :id ORDER BY rowid DESC")
                .bind("id", documentId.toString())
                .map((row, _) -> DocumentStore.chunk(row))
                .list());
  }

  private record Stored(FileKind kind, CleanPage page) {}

  private static FileKind kind(ResultSet row) throws SQLException {
    return FileKind.ofExtension(row.getString("extension"));
  }
}
