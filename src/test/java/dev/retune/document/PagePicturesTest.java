package dev.retune.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retune.TestData;
import dev.retune.project.Project;
import dev.retune.task.Progress;
import dev.retune.text.Text;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class PagePicturesTest {
  @TempDir Path folder;

  /// Counts how often it is looked at; the first look within a turn can be made to last.
  private static final class Asked implements Progress {
    final AtomicBoolean given = new AtomicBoolean();
    final AtomicInteger looks = new AtomicInteger();
    private final CountDownLatch inTurn = new CountDownLatch(1);
    private final CountDownLatch on;

    Asked(CountDownLatch on) {
      this.on = on;
    }

    @Override
    public boolean cancelled() {
      if (looks.incrementAndGet() == 2) {
        inTurn.countDown();
        try {
          on.await();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
      return given.get();
    }

    @Override
    public void begin(Text what, long total) {}

    @Override
    public void advance(long units) {}
  }

  @Test
  @Timeout(60)
  void whatScrolledByMeanwhileIsNotDrawn() throws Exception {
    try (var project = Project.create(folder.resolve("p"), "p")) {
      new DocumentImporter(
              project,
              text -> text.strip().split("\\s+").length,
              ChunkingOptions.DEFAULT,
              Clock.systemUTC())
          .importFiles(List.of(TestData.shared("pdf/icdar2013/eu-004.pdf")), Progress.none());
      var store = new DocumentStore(project);
      var document = store.documents().getFirst().id();
      try (var pictures = new PagePictures(store, new FilePasswords())) {
        var slow = new Asked(new CountDownLatch(1));
        var first = asked(pictures, document, 1, slow);
        slow.inTurn.await();
        var scrolled = new ArrayList<Asked>();
        var waiting = new ArrayList<CompletableFuture<PagePicture>>();
        for (int page = 2; page <= 12; page++) {
          var asked = new Asked(new CountDownLatch(0));
          scrolled.add(asked);
          waiting.add(asked(pictures, document, page, asked));
        }
        while (scrolled.stream().anyMatch(asked -> asked.looks.get() == 0)) {
          Thread.onSpinWait();
        }
        scrolled.subList(0, 10).forEach(asked -> asked.given.set(true));
        slow.on.countDown();

        assertThat(first.join().page()).isEqualTo(1);
        assertThat(waiting.getLast().join().page()).isEqualTo(12);
        for (var dropped : waiting.subList(0, 10)) {
          assertThatThrownBy(dropped::join).hasRootCauseInstanceOf(CancellationException.class);
        }
        var late = new Asked(new CountDownLatch(0));
        late.given.set(true);
        assertThatThrownBy(() -> pictures.picture(document, 1, 100, late))
            .isInstanceOf(CancellationException.class);
      }
    }
  }

  private static CompletableFuture<PagePicture> asked(
      PagePictures pictures, UUID document, int page, Progress progress) {
    var asked = new CompletableFuture<PagePicture>();
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try {
            asked.complete(pictures.picture(document, page, 100, progress));
          } catch (RuntimeException e) {
            asked.completeExceptionally(new IllegalStateException(e));
          }
        });
    return asked;
  }
}
