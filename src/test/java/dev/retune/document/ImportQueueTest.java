package dev.retune.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retune.document.ImportQueue.Entry;
import dev.retune.document.ImportQueue.State;
import dev.retune.project.Project;
import dev.retune.task.Progress;
import dev.retune.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportQueueTest {
  private static final int PAGES = 40;

  @TempDir Path temp;

  /// Does something once, when the third page was read.
  private static final class AtThirdPage implements Progress {
    private final Runnable what;
    private int pages;
    private volatile boolean cancelled;

    AtThirdPage(Runnable what) {
      this.what = what;
    }

    @Override
    public void begin(Text stage, long total) {}

    @Override
    public void advance(long units) {
      if (++pages == 3) {
        what.run();
      }
    }

    @Override
    public boolean cancelled() {
      return cancelled;
    }
  }

  private Path pdf(String name) throws IOException {
    var file = temp.resolve(name);
    try (var document = new PDDocument()) {
      for (int i = 0; i < PAGES; i++) {
        var page = new PDPage();
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
          content.beginText();
          content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
          content.newLineAtOffset(72, 700);
          content.showText("Pump " + i + " of " + name + " takes " + i + " Nm at its gland nut.");
          content.endText();
        }
      }
      document.save(file.toFile());
    }
    return file;
  }

  private Path text(String name) throws IOException {
    return Files.writeString(temp.resolve(name), "The filter of " + name + " is changed yearly.");
  }

  private static DocumentImporter importer(Project project) {
    return new DocumentImporter(
        project, text -> text.split("\\s+").length, ChunkingOptions.DEFAULT, Clock.systemUTC());
  }

  private static List<String> states(ImportQueue queue) {
    return queue.entries().stream().map(entry -> entry.state().getClass().getSimpleName()).toList();
  }

  private static List<String> names(Project project) {
    return new DocumentStore(project).documents().stream().map(Document::name).toList();
  }

  @Test
  void pausesWithinAPageLetsOthersThroughAndGoesOn() throws Exception {
    var queue = new ImportQueue(() -> {});
    var paused = new CountDownLatch(1);
    var progress =
        new AtThirdPage(() -> {
          queue.pause(true);
          paused.countDown();
        });
    queue.add(List.of(pdf("a.pdf"), text("b.txt")));
    try (var project = Project.create(temp.resolve("p"), "p");
        var threads = Executors.newSingleThreadExecutor()) {
      var running =
          threads.submit(() -> importer(project).importQueue(queue, () -> true, progress));
      paused.await();
      // Cutting anew, say, does not wait for a paused import: its turn comes once that waits.
      var other = new AtomicBoolean();
      project.importing().take(Progress.none(), () -> other.set(true));
      assertThat(other).isTrue();
      var reading = (State.Reading) queue.entries().getFirst().state();
      assertThat(reading.done()).isEqualTo(3);
      assertThat(reading.total()).isEqualTo(PAGES);
      assertThat(names(project)).isEmpty();
      queue.add(List.of(text("c.txt")));
      queue.pause(false);
      running.get(20, TimeUnit.SECONDS);
      assertThat(names(project)).containsExactly("a.pdf", "b.txt", "c.txt");
      assertThat(queue.summary().outcomes()).hasSize(3);
      assertThat(queue.summary().notRead()).isEmpty();
    }
  }

  @Test
  void oneFileIsTakenOutWhileItIsReadAnotherWhileItWaits() throws Exception {
    var queue = new ImportQueue(() -> {});
    queue.add(List.of(pdf("a.pdf"), text("b.txt"), text("c.txt")));
    var progress =
        new AtThirdPage(() -> {
          var entries = queue.entries();
          queue.withdraw(entries.get(0).id());
          queue.withdraw(entries.get(1).id());
        });
    try (var project = Project.create(temp.resolve("p"), "p")) {
      importer(project).importQueue(queue, () -> true, progress);
      assertThat(names(project)).containsExactly("c.txt");
      assertThat(states(queue)).containsExactly("Withdrawn", "Withdrawn", "Ended");
      assertThat(queue.summary().notRead())
          .containsExactly(temp.resolve("a.pdf"), temp.resolve("b.txt"));
      try (var copies = Files.list(project.originals())) {
        assertThat(copies).hasSize(1);
      }
    }
  }

  @Test
  void cancellingWhilePausedKeepsWhatWasReadAndLeavesTheRestWaiting() throws Exception {
    var queue = new ImportQueue(() -> {});
    queue.add(List.of(text("a.txt"), pdf("b.pdf"), text("c.txt")));
    var paused = new CountDownLatch(1);
    var progress =
        new AtThirdPage(() -> {
          queue.pause(true);
          paused.countDown();
        });
    try (var project = Project.create(temp.resolve("p"), "p");
        var threads = Executors.newSingleThreadExecutor()) {
      var running =
          threads.submit(() -> importer(project).importQueue(queue, () -> true, progress));
      paused.await();
      progress.cancelled = true;
      assertThatThrownBy(() -> running.get(5, TimeUnit.SECONDS))
          .hasCauseInstanceOf(CancellationException.class);
      assertThat(names(project)).containsExactly("a.txt");
      assertThat(states(queue)).containsExactly("Ended", "Waiting", "Waiting");
      // It was given up in the middle of its turn.
      project.importing().take(Progress.none(), () -> {});
    }
  }

  /// A person pauses, has everything cut otherwise, and goes on: the rest follows that.
  @Test
  void whatIsReadWithAnOutdatedSettingIsLeftForAnotherImporter() throws Exception {
    var queue = new ImportQueue(() -> {});
    var valid = new AtomicBoolean(true);
    queue.add(List.of(pdf("a.pdf"), text("b.txt")));
    var paused = new CountDownLatch(1);
    var progress =
        new AtThirdPage(() -> {
          queue.pause(true);
          paused.countDown();
        });
    try (var project = Project.create(temp.resolve("p"), "p");
        var threads = Executors.newSingleThreadExecutor()) {
      BooleanSupplier holds = valid::get;
      var running = threads.submit(() -> importer(project).importQueue(queue, holds, progress));
      paused.await();
      project.importing().take(Progress.none(), () -> {}); // others' turn comes once it waits
      valid.set(false);
      queue.pause(false);
      running.get(5, TimeUnit.SECONDS);
      assertThat(states(queue)).containsExactly("Waiting", "Waiting");
      assertThat(names(project)).isEmpty();
    }
  }

  @Test
  void aFolderBecomesItsFilesAndLinesKeepTheirIds() throws Exception {
    var queue = new ImportQueue(() -> {});
    text("b.txt");
    text("a.txt");
    Files.writeString(temp.resolve("tool.exe"), "x");
    queue.add(List.of(temp, temp.resolve("b.txt")));
    long second = queue.entries().get(1).id();
    assertThat(queue.next().map(Entry::file)).contains(temp.resolve("a.txt"));
    assertThat(queue.entries().stream().map(Entry::file))
        .containsExactly(temp.resolve("a.txt"), temp.resolve("b.txt"), temp.resolve("b.txt"));
    assertThat(queue.entries().get(2).id()).isEqualTo(second);
  }

  @Test
  void whatIsNotReadYetIsKnownAtTheNextOpening() throws Exception {
    var queue = new ImportQueue(() -> {});
    queue.add(List.of(text("a.txt"), text("b.txt"), text("c.txt")));
    queue.withdraw(queue.entries().get(1).id());
    var folder = temp.resolve("p");
    try (var project = Project.create(folder, "p")) {
      new UnreadFiles(project).keep(queue::unread);
    }
    try (var project = Project.open(folder)) {
      var unread = new UnreadFiles(project);
      assertThat(unread.get()).containsExactly(temp.resolve("a.txt"), temp.resolve("c.txt"));
      queue.withdrawRest();
      unread.keep(queue::unread);
      assertThat(unread.get()).isEmpty();
    }
  }
}
