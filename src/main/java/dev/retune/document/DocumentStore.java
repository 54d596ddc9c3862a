package dev.retune.document;

import dev.retune.project.Project;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// The documents, pages and chunks of a project. Removed documents are not shown.
public final class DocumentStore {
  public DocumentStore(Project project) {
    Objects.requireNonNull(project);
  }

  /// All documents in the order they were imported.
  public List<Document> documents() {
    throw new UnsupportedOperationException();
  }

  public Optional<Document> document(UUID id) {
    throw new UnsupportedOperationException();
  }

  /// The copy of the document's file in the project; empty if it was refused.
  public Optional<Path> original(UUID id) {
    throw new UnsupportedOperationException();
  }

  /// The document's pages in order.
  public List<Page> pages(UUID documentId) {
    throw new UnsupportedOperationException();
  }

  public Optional<Page> page(UUID documentId, int number) {
    throw new UnsupportedOperationException();
  }

  /// The document's chunks in reading order.
  public List<Chunk> chunks(UUID documentId) {
    throw new UnsupportedOperationException();
  }

  /// Chunks `from` to `to` (exclusive) of the document, as far as there are.
  public List<Chunk> chunks(UUID documentId, int from, int to) {
    throw new UnsupportedOperationException();
  }

  /// Every chunk: documents in import order, chunks in reading order.
  public List<Chunk> allChunks() {
    throw new UnsupportedOperationException();
  }

  public Optional<Chunk> chunk(UUID id) {
    throw new UnsupportedOperationException();
  }

  /// These chunks, also of removed documents, in the order of `ids`; unknown ids are left out.
  public List<Chunk> chunks(Collection<UUID> ids) {
    throw new UnsupportedOperationException();
  }

  public int chunkCount() {
    throw new UnsupportedOperationException();
  }

  /// Takes documents out of the project. Nothing is lost: [#restore] brings them back with their
  /// chunks under the same ids.
  public void remove(Collection<UUID> documentIds) {
    throw new UnsupportedOperationException();
  }

  /// Undoes [#remove].
  public void restore(Collection<UUID> documentIds) {
    throw new UnsupportedOperationException();
  }
}
