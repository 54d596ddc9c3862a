package dev.retune.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.TestWorkbench;
import dev.retune.document.Chunk;
import dev.retune.task.Progress;
import dev.retune.ui.documents.DocumentsScreen;
import dev.retune.ui.support.ScreenWindow;
import dev.retune.ui.support.Theme;
import dev.retune.workflow.ProjectSession;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Office files and mails in the window: what they are made of, and where passages stand in words.
class OfficeViewTest {
  private static final Path FOLDER = Path.of("src/test/fixtures/office");

  @TempDir Path folder;
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

  private ScreenWindow window(Locale locale) throws Exception {
    var files =
        List.of("parts.xlsx", "training.pptx", "manual.docx", "contract.docx", "leak.eml").stream()
            .map(FOLDER::resolve)
            .toList();
    session.importing().run(files, Progress.none());
    var window =
        ScreenWindow.show(
            locale,
            Theme.LIGHT,
            ui -> new DocumentsScreen(ui, new ProjectDocuments(session), () -> {}, () -> {}));
    window.await("documents", () -> window.shows("documents-table"));
    return window;
  }

  @SuppressWarnings("unchecked")
  private static List<Chunk> choose(ScreenWindow window, int row) {
    var table = window.node("documents-table", TableView.class);
    window.fx(() -> {
      table.getSelectionModel().clearAndSelect(row);
      return null;
    });
    window.settle();
    ListView<Chunk> list = window.node("passage-list", ListView.class);
    window.await("passages", () -> !list.getItems().isEmpty());
    return List.copyOf(list.getItems());
  }

  private static boolean shows(ScreenWindow window, String beginning) {
    return window.fx(() ->
        window.robot().lookup(".label").queryAllAs(Label.class).stream()
            .map(Label::getText)
            .anyMatch(text -> text != null && text.startsWith(beginning)));
  }

  @Test
  void inEnglish() throws Exception {
    try (var window = window(Locale.ENGLISH)) {
      choose(window, 0);
      window.await("sheets", () -> shows(window, "Parts, rows 1–"));
      assertThat(shows(window, "2 sheets · ")).isTrue();
      assertThat(window.shows("document-page")).isFalse();
      choose(window, 1);
      window.await("slides", () -> shows(window, "slide"));
      assertThat(shows(window, "3 slides · ")).isTrue();
      choose(window, 2);
      window.await("text", () -> shows(window, "Running text"));
      window.picture("office-english-light");
    }
  }

  @Test
  void inChinese() throws Exception {
    try (var window = window(Locale.SIMPLIFIED_CHINESE)) {
      choose(window, 0);
      window.await("sheets", () -> shows(window, "2 个工作表"));
      assertThat(shows(window, "Parts，第 1–")).isTrue();
      window.picture("office-chinese-light");
    }
  }
}
