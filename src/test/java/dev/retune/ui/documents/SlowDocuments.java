package dev.retune.ui.documents;

import dev.retune.document.Chunk;
import dev.retune.document.Document;
import dev.retune.document.ImportQueue;
import dev.retune.document.PagePicture;
import dev.retune.project.Project;
import dev.retune.task.Progress;
import dev.retune.text.Problem;
import dev.retune.ui.gallery.QuietDocuments;
import dev.retune.ui.gallery.SampleDocuments;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// A project whose model is being unpacked, whose files are long, and whose disk may be full.
final class SlowDocuments extends QuietDocuments {
  final CountDownLatch unpacked = new CountDownLatch(1);
  final CountDownLatch read = new CountDownLatch(1);
  final AtomicInteger looks = new AtomicInteger();
  volatile boolean full;
  private final SampleDocuments documents = SampleDocuments.empty();

  @Override
  public List<Document> documents() {
    return documents.documents();
  }

  @Override
  public List<Chunk> passages(UUID document) {
    return documents.passages(document);
  }

  @Override
  public void importQueue(ImportQueue queue, Progress progress) {
    await(read);
    if (full) {
      queue.next().ifPresent(file -> queue.givenUp(file.id()));
      throw Problem.of(Project.class, "full", "p").exception();
    }
    documents.importQueue(queue, progress);
  }

  @Override
  public void remove(Collection<UUID> removed) {
    documents.remove(removed);
  }

  @Override
  public void restore(Collection<UUID> restored) {
    documents.restore(restored);
  }

  @Override
  public PagePicture picture(UUID document, int page, int width, Progress progress) {
    return documents.picture(document, page, width, progress);
  }

  @Override
  public ChunkingPort chunking() {
    return documents.chunking();
  }

  @Override
  public int tokenLimit() {
    await(unpacked);
    looks.incrementAndGet();
    return documents.tokenLimit();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
