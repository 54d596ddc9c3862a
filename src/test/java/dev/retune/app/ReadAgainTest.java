package dev.retune.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.TestData;
import dev.retune.TestWorkbench;
import dev.retune.document.Chunk;
import dev.retune.document.Document;
import dev.retune.document.PageReading;
import dev.retune.document.PageState;
import dev.retune.document.Treatment;
import dev.retune.task.Progress;
import dev.retune.ui.documents.DocumentsScreen;
import dev.retune.ui.support.ScreenWindow;
import dev.retune.ui.support.Theme;
import dev.retune.workflow.ProjectSession;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pages read again and left out, by mouse and by keyboard.
class ReadAgainTest {
  private static final Path ENGLISH = Path.of("sample-data/en/1-operating.pdf");
  private static final Path LINN = TestData.shared("pdf/ocrmypdf/linn.pdf");

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

  private ScreenWindow window(Locale locale, Theme theme, Path... files) throws Exception {
    session.importing().run(List.of(files), Progress.none());
    var window =
        ScreenWindow.show(
                locale,
                theme,
                ui -> new DocumentsScreen(ui, new ProjectDocuments(session), () -> {}, () -> {}))
            .size(1280, 720);
    window.await("passages", () -> !passages(window).getItems().isEmpty());
    return window;
  }

  private static void openPages(ScreenWindow window) {
    window.robot().clickOn("#document-page");
    window.await("strip", () -> window.shows("page-strip") && !strip(window).getItems().isEmpty());
    window.await("page", () -> window.shows("page-image"));
    window.settle();
  }

  @SuppressWarnings("unchecked")
  private static ListView<Chunk> passages(ScreenWindow window) {
    return window.node("passage-list", ListView.class);
  }

  private static ListView<?> strip(ScreenWindow window) {
    return window.node("page-strip", ListView.class);
  }

  private UUID document() {
    return session.documents().documents().getFirst().id();
  }

  private PageReading page(int number) {
    return session.documents().readings(document()).get(number - 1);
  }

  private static Node cell(ScreenWindow window, String name) {
    return window.fx(() ->
        strip(window).lookupAll(".list-cell").stream()
            .filter(cell ->
                cell.getAccessibleText() != null && cell.getAccessibleText().startsWith(name))
            .findFirst()
            .orElseThrow());
  }

  private static void done(ScreenWindow window) {
    window.await("done", () -> window.shows("reading-undo"));
    window.settle();
  }

  @Test
  void aPageIsLeftOutByMouseAndComesBackByUndoing() throws Exception {
    try (var window = window(Locale.ENGLISH, Theme.LIGHT, ENGLISH)) {
      openPages(window);
      int before = passages(window).getItems().size();
      var robot = window.robot();
      robot.clickOn(cell(window, "Page 2:"), MouseButton.SECONDARY);
      window.settle();
      robot.clickOn("#strip-LEAVE_OUT");
      done(window);
      assertThat(page(2).leftOut()).isTrue();
      window.await("fewer", () -> passages(window).getItems().size() < before);
      assertThat(cell(window, "Page 2:").getAccessibleText()).contains("Left out");
      assertThat(result(window))
          .startsWith("1-operating.pdf: page 2 left out; ")
          .contains("passages, before " + before + ".");
      // The large page says it too.
      robot.clickOn(cell(window, "Page 2:"));
      window.await("turned", () -> window.shows("page-left-out"));
      window.picture("reread-left-out-light");
      robot.clickOn("#reading-undo");
      window.await("all back", () -> passages(window).getItems().size() == before);
      assertThat(page(2).leftOut()).isFalse();
      window.await("said", () -> result(window).contains("are back"));

      // The page view's own menu is about the page that is shown.
      robot.clickOn("#page-treatment");
      window.settle();
      window.popup("reread-page-menu");
      robot.clickOn("#page-RECOGNISE");
      done(window);
      int shown = window.fx(() -> strip(window).getSelectionModel().getSelectedIndex()) + 1;
      assertThat(page(shown).state()).isEqualTo(PageState.RECOGNISED);
      assertThat(result(window)).startsWith("1-operating.pdf: page " + shown + " read again");
    }
  }

  private static String focused(ScreenWindow window) {
    return window.fx(
        () -> window.node("page-strip", Node.class).getScene().getFocusOwner().getId());
  }

  private static String result(ScreenWindow window) {
    return window.fx(() -> window.node("reading-result", Label.class).getText());
  }

  @Test
  void pagesAreReadAgainByKeyboardAndCorrectionsAskedFor() throws Exception {
    try (var window = window(Locale.ENGLISH, Theme.DARK, ENGLISH)) {
      var passage =
          session.documents().chunks(document()).stream()
              .filter(chunk -> chunk.locator().firstPage() == 3)
              .findFirst()
              .orElseThrow();
      session.correcting().run(passage.id(), passage.text() + " Added.", Progress.none());
      openPages(window);
      window.fx(() -> {
        strip(window).requestFocus();
        return null;
      });
      var robot = window.robot();
      // Pages 1 to 3.
      robot.press(KeyCode.SHIFT).type(KeyCode.DOWN, 2).release(KeyCode.SHIFT);
      window.settle();
      robot.type(KeyCode.R);
      window.await("asked", () -> window.shows("reading-others"));
      assertThat(result(window)).contains("1-operating.pdf, p. 3");
      window.picture("reread-corrected-dark");
      robot.type(KeyCode.ENTER); // the first button has the focus
      done(window);
      // Another press of the key does not take it back.
      assertThat(focused(window)).isEqualTo("reading-close");
      assertThat(page(2).state()).isEqualTo(PageState.RECOGNISED);
      assertThat(page(3).state()).isEqualTo(PageState.TEXT);
      assertThat(result(window)).contains("1 corrected page stayed");
      window.picture("reread-done-dark");
      robot.type(KeyCode.ESCAPE);
      window.await("closed", () -> !window.shows("reading"));
      assertThat(focused(window)).isEqualTo("page-strip");

      window.fx(() -> {
        strip(window).requestFocus();
        strip(window).getSelectionModel().clearAndSelect(4);
        return null;
      });
      robot.type(KeyCode.DELETE);
      window.await("out", () -> page(5).leftOut());
      window.settle();
      window.fx(() -> {
        strip(window).requestFocus();
        return null;
      });
      robot.type(KeyCode.INSERT);
      window.await("in again", () -> !page(5).leftOut());
    }
  }

  @Test
  void aDocumentIsReadAgainInTheDialog() throws Exception {
    try (var window = window(Locale.SIMPLIFIED_CHINESE, Theme.LIGHT, LINN)) {
      var robot = window.robot();
      window.fx(() -> {
        window.node("documents-table", Node.class).requestFocus();
        return null;
      });
      robot.press(KeyCode.SHORTCUT).type(KeyCode.R).release(KeyCode.SHORTCUT);
      window.await("dialog", () -> window.shows("reading-treatment"));
      window.settle();
      window.picture("reread-dialog-chinese");
      robot.type(KeyCode.DOWN, 2); // to the pages' own text, which a scan has none of
      robot.clickOn("#reading-start");
      done(window);
      assertThat(first().chunks()).isZero();
      assertThat(session.documents().choice(document()).treatment()).isEqualTo(Treatment.OWN_TEXT);
      window.picture("reread-nothing-chinese");
      robot.clickOn("#reading-undo");
      window.await("back", () -> first().chunks() > 0);
      robot.clickOn("#reading-close");
      window.await("closed", () -> !window.shows("reading"));
    }
  }

  private Document first() {
    return session.documents().documents().getFirst();
  }

  @Test
  void languagesAreChosenForImportsAndMissingDataIsNamed() throws Exception {
    try (var window = window(Locale.ENGLISH, Theme.LIGHT, ENGLISH)) {
      var robot = window.robot();
      robot.clickOn("#documents-languages");
      window.await("dialog", () -> window.shows("reading-languages"));
      var menu = window.node("reading-languages", MenuButton.class);
      assertThat(window.fx(menu::getText)).isEqualTo("Automatic (English)");
      robot.clickOn("#reading-languages");
      window.settle();
      window.popup("reread-languages");
      robot.clickOn("#reading-language-eng");
      window.settle();
      assertThat(window.fx(menu::getText)).isEqualTo("English");
      robot.clickOn("#reading-languages-keep");
      window.await("kept", () -> session.scanLanguages().chosen().equals(List.of("eng")));

      session.scanLanguages().choose(List.of("tlh"));
      openPages(window);
      window.fx(() -> {
        strip(window).requestFocus();
        return null;
      });
      robot.type(KeyCode.R);
      window.await(
          "told", () -> window.shows("reading-result") && result(window).contains("Klingon"));
      assertThat(result(window)).contains("Add a data file…");
      assertThat(page(1).state()).isEqualTo(PageState.TEXT);
      window.picture("reread-missing-language");
    }
  }
}
