package dev.retune.ui.gallery;

import dev.retune.document.Chunk;
import dev.retune.document.Document;
import dev.retune.document.ImportQueue;
import dev.retune.document.PagePicture;
import dev.retune.task.Progress;
import dev.retune.text.Problem;
import dev.retune.ui.documents.ChunkingPort;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// A project whose store cannot be read.
public final class FailingDocuments extends QuietDocuments {
  private static RuntimeException failure() {
    return new Problem(
            "project.disk-full",
            dev.retune.text.Text.of(SampleDocuments.class, "disk.cause"),
            dev.retune.text.Text.of(SampleDocuments.class, "disk.remedy"))
        .exception();
  }

  @Override
  public List<Document> documents() {
    throw failure();
  }

  @Override
  public List<Chunk> passages(UUID document) {
    throw failure();
  }

  @Override
  public void importQueue(ImportQueue queue, Progress progress) {
    throw failure();
  }

  @Override
  public void remove(Collection<UUID> documents) {
    throw failure();
  }

  @Override
  public void restore(Collection<UUID> documents) {
    throw failure();
  }

  @Override
  public PagePicture picture(UUID document, int page, int width, Progress progress) {
    throw failure();
  }

  @Override
  public ChunkingPort chunking() {
    return SampleDocuments.full().chunking();
  }

  @Override
  public int tokenLimit() {
    return 512;
  }
}
