package dev.retune.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.TestData;
import dev.retune.TestWorkbench;
import dev.retune.ui.documents.DocumentsScreen;
import dev.retune.ui.support.ScreenWindow;
import dev.retune.workflow.ProjectSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A person who watches and steers an import, on a real project.
class ImportQueueViewTest {
  private static final Path SCAN = TestData.shared("pdf/ocrmypdf/linn.pdf");
  private static final int MANY = 100;

  /// The longest gap between two looks of the thread that draws the window is a smaller part of an
  /// import: how long it may be in seconds is a matter of the machine and what else it does.
  private static final int GAPS = 5;

  @TempDir Path folder;
  private final AtomicReference<DocumentsScreen> screen = new AtomicReference<>();
  private ProjectSession session;

  @BeforeEach
  void open() {
    session = TestWorkbench.withoutWorkers(folder.resolve("home")).create(folder.resolve("p"), "p");
    session
        .model()
        .choose(Path.of("src/test/fixtures/tiny-bert").toAbsolutePath().normalize().toString());
  }

  @AfterEach
  void close() {
    session.close();
  }

  private ScreenWindow window() throws Exception {
    return ScreenWindow.show(ui -> {
      screen.set(new DocumentsScreen(ui, new ProjectDocuments(session), () -> {}, () -> {}));
      return screen.get();
    });
  }

  private void drop(ScreenWindow window, List<Path> files) {
    window.fx(() -> {
      screen.get().importFiles(files);
      return null;
    });
  }

  private List<Path> texts(int count) throws IOException {
    var files = new ArrayList<Path>();
    for (int i = 0; i < count; i++) {
      var words = "Pump %d takes %d Nm at its gland nut. ".formatted(i, 3 * i).repeat(40);
      files.add(Files.writeString(folder.resolve("manual-" + i + ".txt"), words));
    }
    return files;
  }

  private static int rows(ScreenWindow window) {
    return window.fx(() ->
        window.shows("documents-table")
            ? window.node("documents-table", TableView.class).getItems().size()
            : 0);
  }

  private static String text(ScreenWindow window, String id) {
    return window.fx(() -> window.node(id, Label.class).getText());
  }

  /// Says how long the thread that draws the window was busy with something else at the longest.
  private static final class Heartbeat implements AutoCloseable {
    private final Thread thread = new Thread(this::beat, "heartbeat");
    private volatile boolean ended;
    private volatile long longest;

    Heartbeat() {
      thread.setDaemon(true);
      thread.start();
    }

    private void beat() {
      try {
        while (!ended) {
          var asked = System.nanoTime();
          Platform.runLater(() -> longest = Math.max(longest, System.nanoTime() - asked));
          Thread.sleep(20);
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }

    Duration longest() {
      return Duration.ofNanos(longest);
    }

    @Override
    public void close() {
      ended = true;
    }
  }

  @Test
  void aHundredFilesLeaveTheWindowResponsive() throws Exception {
    var files = texts(MANY);
    try (var window = window();
        var heartbeat = new Heartbeat()) {
      window.await("empty", () -> window.shows("documents-empty"));
      var begun = System.nanoTime();
      drop(window, files);
      window.await(
          "some of them are there while others wait",
          () -> {
            var there = rows(window);
            return there > 0 && there < MANY && window.shows("import-queue-title");
          });
      window.picture("import-many");
      window.await("all", () -> window.shows("import-summary-title"));
      window.await("rows", () -> rows(window) == MANY);
      assertThat(text(window, "import-summary-title")).startsWith("Imported 100 files · ");
      var took = Duration.ofNanos(System.nanoTime() - begun);
      assertThat(heartbeat.longest()).isLessThan(took.dividedBy(GAPS));
    }
  }

  @Test
  void aScanIsPausedJoinedTakenOutAndTheRestRead() throws Exception {
    var files = texts(3);
    try (var window = window()) {
      window.await("empty", () -> window.shows("documents-empty"));
      drop(window, List.of(SCAN, files.get(0)));
      window.await("queue", () -> window.shows("import-pause"));
      window.robot().clickOn("#import-pause");
      assertThat(text(window, "import-queue-title")).isEqualTo("Paused · 0 of 2 files read");
      drop(window, files.subList(1, 3));
      window.await(
          "joined", () -> text(window, "import-queue-title").startsWith("Paused · 0 of 4"));
      assertThat(shows(window, "Reading is paused")).isTrue();
      window.picture("import-paused");
      // The scan, which is being read, and the one that came last.
      window.robot().clickOn(row(window, "linn.pdf")).type(KeyCode.DELETE);
      window.robot().clickOn(row(window, "manual-2.txt").lookup("#import-withdraw"));
      window.await("out", () -> text(window, "import-queue-title").startsWith("Paused · 0 of 2"));
      window.robot().clickOn("#import-pause");
      window.await("read", () -> window.shows("import-summary-title"));
      assertThat(text(window, "import-summary-title")).startsWith("Imported 2 of 4 files · ");
      window.await("rows", () -> rows(window) == 2);
      window.robot().clickOn("#import-rest");
      // They are listed once: nobody asks for them a second time while they are read.
      assertThat(window.shows("import-rest")).isFalse();
      // Read after all, with what became of the others still in sight.
      window.await(
          "rest", () -> text(window, "import-summary-title").startsWith("Imported 4 files"));
      window.await("rows", () -> rows(window) == 4);
    }
  }

  private static Node row(ScreenWindow window, String file) {
    return window.fx(() ->
        window.node("import-queue-list", ListView.class).lookupAll(".list-cell").stream()
            .filter(cell ->
                cell.isVisible()
                    && cell.getAccessibleText() != null
                    && cell.getAccessibleText().startsWith(file))
            .findFirst()
            .orElseThrow());
  }

  @Test
  void whatWaitedWhenTheProgramEndedIsToldOfAtTheNextOpening() throws Exception {
    var files = texts(3);
    try (var window = window()) {
      window.await("empty", () -> window.shows("documents-empty"));
      drop(window, List.of(SCAN, files.get(0), files.get(1)));
      window.await("queue", () -> window.shows("import-pause"));
      window.robot().clickOn("#import-pause");
      window.await("kept", () -> session.unread().get().size() == 3);
      window.fx(() -> {
        screen.get().dispose();
        return null;
      });
    }
    session.close();
    session = TestWorkbench.withoutWorkers(folder.resolve("home")).open(folder.resolve("p"));
    try (var window = window()) {
      window.await("told", () -> window.shows("import-summary-title"));
      assertThat(text(window, "import-summary-title"))
          .isEqualTo("3 files were not read when the program ended");
      window.picture("import-unread");
      assertThat(window.fx(() -> window.node("import-rest", Button.class).getText()))
          .isEqualTo("Read them now");
      // Importing something else does not make the program forget them.
      drop(window, List.of(files.get(2)));
      window.await("read", () -> rows(window) == 1);
      window.await("told of all", () -> text(window, "import-summary-title").contains("1 of 4"));
      window.await("kept", () -> session.unread().get().size() == 3);
      window.settle();
    }
    session.close();
    session = TestWorkbench.withoutWorkers(folder.resolve("home")).open(folder.resolve("p"));
    try (var window = window()) {
      window.await("told again", () -> window.shows("import-summary-title"));
      assertThat(text(window, "import-summary-title"))
          .isEqualTo("3 files were not read when the program ended");
      window.robot().clickOn("#import-summary-close");
      window.await("forgotten", () -> session.unread().get().isEmpty());
    }
  }

  @Test
  void cancellingStopsARecognitionAtOnce() throws Exception {
    try (var window = window()) {
      window.await("empty", () -> window.shows("documents-empty"));
      drop(window, List.of(SCAN));
      window.await("recognising", () -> shows(window, "reading the pictures of pages"));
      var asked = System.nanoTime();
      window.robot().clickOn("#import-cancel");
      window.await("stopped", () -> window.shows("import-summary-title"));
      var stopping = System.nanoTime() - asked;
      assertThat(text(window, "import-summary-title"))
          .isEqualTo("Nothing was imported; 1 file was not read");
      assertThat(rows(window)).isZero();
      // Far sooner than one page is recognised, however busy the machine is.
      window.robot().clickOn("#import-rest");
      window.await("recognising", () -> shows(window, "reading the pictures of pages"));
      var begun = System.nanoTime();
      window.await("recognised", () -> rows(window) == 1);
      assertThat(Duration.ofNanos(2 * stopping))
          .isLessThan(Duration.ofNanos(System.nanoTime() - begun));
    }
  }

  private static boolean shows(ScreenWindow window, String beginning) {
    return window.fx(() ->
        window.robot().lookup(".label").queryAllAs(Label.class).stream()
            .map(Label::getText)
            .anyMatch(text -> text != null && text.startsWith(beginning)));
  }
}
