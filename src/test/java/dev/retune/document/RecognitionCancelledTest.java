package dev.retune.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retune.TestData;
import dev.retune.task.Progress;
import dev.retune.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody stops an import while the pictures of pages are recognised, which takes seconds a page.
class RecognitionCancelledTest {
  private static final Path LINN = TestData.shared("pdf/ocrmypdf/linn.pdf");

  @TempDir Path folder;

  /// Cancelled some time after recognising began.
  private static final class Impatient implements Progress {
    private final long patience;
    private volatile long due = Long.MAX_VALUE;

    Impatient(Duration patience) {
      this.patience = patience.toNanos();
    }

    @Override
    public void begin(Text what, long total) {
      if (what.key().equals("recognising")) {
        due = System.nanoTime() + patience;
      }
    }

    @Override
    public void advance(long units) {}

    @Override
    public boolean cancelled() {
      return System.nanoTime() > due;
    }

    Duration late() {
      return Duration.ofNanos(System.nanoTime() - due);
    }
  }

  /// @param page how long reading one takes to the end
  private static void readAndStop(Path scan, Duration patience, Duration page) throws IOException {
    var progress = new Impatient(patience);
    try (var recognition = new PageRecognition(Scans.english(), 2)) {
      var reader = new PdfReader(scan, "scan.pdf", recognition);
      assertThatThrownBy(() -> reader.read(progress)).isInstanceOf(CancellationException.class);
      assertThat(progress.late()).isLessThan(page.dividedBy(2));
    }
  }

  @Test
  void isStoppedAtOnceAndLeavesNothingBehind() throws Exception {
    var page = Scans.picture(LINN, 0);
    var scan = Scans.write(folder.resolve("scan.pdf"), Collections.nCopies(4, page));
    var begin = System.nanoTime();
    Scans.read(LINN, Scans.english());
    var whole = Duration.ofNanos(System.nanoTime() - begin);
    for (int i = 0; i < 5; i++) {
      readAndStop(scan, Duration.ofMillis(300 * i), whole);
    }
    awaitRecognisers();
    // What was given up troubles nobody who comes later.
    var source = Scans.read(LINN, Scans.english());
    assertThat(source.pages().getFirst().content()).isEqualTo(SourcePage.Content.RECOGNISED);
  }

  /// Abandoned threads end by themselves.
  private static void awaitRecognisers() throws InterruptedException {
    var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (recognising()) {
      assertThat(System.nanoTime()).as("still recognising").isLessThan(deadline);
      Thread.sleep(20);
    }
  }

  private static boolean recognising() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().equals("recognition"));
  }
}
