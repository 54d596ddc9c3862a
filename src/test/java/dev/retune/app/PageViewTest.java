package dev.retune.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.TestData;
import dev.retune.TestWorkbench;
import dev.retune.document.Chunk;
import dev.retune.document.PageReading;
import dev.retune.document.PageState;
import dev.retune.task.Progress;
import dev.retune.ui.documents.DocumentsScreen;
import dev.retune.ui.support.ScreenWindow;
import dev.retune.ui.support.Theme;
import dev.retune.workflow.ProjectSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pages of real PDFs beside their passages.
class PageViewTest {
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
    return ScreenWindow.show(
        locale,
        theme,
        ui -> new DocumentsScreen(ui, new ProjectDocuments(session), () -> {}, () -> {}));
  }

  private static ScreenWindow openPage(ScreenWindow window) {
    window.await("passages", () -> !passages(window).getItems().isEmpty());
    window.robot().clickOn("#document-page");
    window.await("drawn", () -> window.shows("page") && !regions(window).isEmpty());
    // The robot measures nodes on its own thread, which must not meet pictures that come in.
    window.await("pages small", () -> small(window).stream().allMatch(PageViewTest::drawn));
    return window;
  }

  private static List<Node> small(ScreenWindow window) {
    return window.fx(
        () -> List.copyOf(window.node("page", Region.class).lookupAll(".page-strip ImageView")));
  }

  private static boolean drawn(Node node) {
    return node instanceof ImageView view && view.getImage() != null;
  }

  @SuppressWarnings("unchecked")
  private static ListView<Chunk> passages(ScreenWindow window) {
    return window.node("passage-list", ListView.class);
  }

  private static List<Node> regions(ScreenWindow window) {
    return window.fx(
        () -> List.copyOf(window.node("page", Region.class).lookupAll(".page-region")));
  }

  private static List<Node> chosen(ScreenWindow window) {
    return window.fx(
        () -> List.copyOf(window.node("page", Region.class).lookupAll(".page-region-chosen")));
  }

  private static String number(ScreenWindow window) {
    return window.fx(() -> window.node("page-number", Label.class).getText());
  }

  @Test
  void passageAndPlaceFindEachOther() throws Exception {
    try (var window =
        openPage(window(Locale.ENGLISH, Theme.LIGHT, Path.of("sample-data/en/1-operating.pdf")))) {
      assertThat(number(window)).startsWith("Page 1 of ");
      var list = passages(window);
      var last = window.fx(() -> list.getItems().getLast());
      window.fx(() -> {
        list.getSelectionModel().select(last);
        return null;
      });
      window.await(
          "its page",
          () -> number(window).startsWith("Page " + last.locator().firstPage() + " of "));
      window.await("its place", () -> !chosen(window).isEmpty());
      window.picture("page-english-light");

      var other =
          regions(window).stream()
              .filter(region -> !region.getStyleClass().contains("page-region-chosen"))
              .findFirst()
              .orElseThrow();
      var name = window.fx(other::getAccessibleText);
      window.robot().clickOn(other);
      window.await(
          "the list follows",
          () ->
              name.equals("Passage " + (list.getSelectionModel().getSelectedItem().ordinal() + 1)));
    }
  }

  @Test
  void aProtectedFileAsksForItsPassword() throws Exception {
    var file = TestData.shared("pdf/pdfplumber/password-example.pdf");
    var screen = new AtomicReference<DocumentsScreen>();
    try (var window =
        ScreenWindow.show(
            Locale.ENGLISH,
            Theme.LIGHT,
            ui -> {
              screen.set(
                  new DocumentsScreen(ui, new ProjectDocuments(session), () -> {}, () -> {}));
              return screen.get();
            })) {
      window.fx(() -> {
        screen.get().importFiles(List.of(file));
        return null;
      });
      window.await("asked", () -> window.shows("import-password"));
      window.picture("password-import");
      window.robot().clickOn("#import-password").write("guess").type(KeyCode.ENTER);
      window.await(
          "wrong",
          () ->
              window
                  .robot()
                  .lookup(hasText("is not opened by this password"))
                  .tryQuery()
                  .isPresent());
      window.robot().clickOn("#import-password").write("test");
      window.robot().clickOn("#import-password-open");
      openPage(window);
    }
    session.close();
    session = TestWorkbench.withoutWorkers(folder.resolve("home")).open(folder.resolve("p"));
    try (var window =
        ScreenWindow.show(
            Locale.SIMPLIFIED_CHINESE,
            Theme.DARK,
            ui -> new DocumentsScreen(ui, new ProjectDocuments(session), () -> {}, () -> {}))) {
      window.await("passages", () -> !passages(window).getItems().isEmpty());
      window.robot().clickOn("#document-page");
      window.await("asked again", () -> window.shows("page-password"));
      window.picture("password-page");
      window.robot().clickOn("#page-password").write("test").type(KeyCode.ENTER);
      window.await("drawn", () -> !regions(window).isEmpty());
    }
  }

  private static Predicate<Node> hasText(String part) {
    return node -> node instanceof Label label && label.getText().contains(part);
  }

  @Test
  void aPassageAskedForElsewhereIsShownOnItsPage() throws Exception {
    session
        .importing()
        .run(
            List.of(
                Path.of("sample-data/en/1-operating.pdf"),
                Path.of("sample-data/en/2-maintenance.pdf")),
            Progress.none());
    var document = session.documents().documents().getLast();
    var passage = session.documents().chunks(document.id()).getLast();
    var screen = new AtomicReference<DocumentsScreen>();
    try (var window =
        ScreenWindow.show(
            Locale.ENGLISH,
            Theme.LIGHT,
            ui -> {
              screen.set(
                  new DocumentsScreen(ui, new ProjectDocuments(session), () -> {}, () -> {}));
              screen.get().showPassage(document.id(), passage.id());
              return screen.get();
            })) {
      window.await("its place", () -> window.shows("page") && !chosen(window).isEmpty());
      assertThat(number(window)).startsWith("Page " + passage.locator().firstPage() + " of ");
      assertThat(passages(window).getSelectionModel().getSelectedItem()).isEqualTo(passage);
      var first = session.documents().documents().getFirst();
      var other = session.documents().chunks(first.id()).get(3);
      window.fx(() -> {
        screen.get().showPassage(first.id(), other.id());
        return null;
      });
      window.await(
          "the other", () -> other.equals(passages(window).getSelectionModel().getSelectedItem()));
    }
  }

  @Test
  void recognisedTextIsCorrectedBesideItsPage() throws Exception {
    try (var window =
        openPage(window(Locale.ENGLISH, Theme.LIGHT, TestData.shared("pdf/ocrmypdf/linn.pdf")))) {
      var list = passages(window);
      var passage = window.fx(() -> list.getItems().get(1));
      window.fx(() -> {
        list.getSelectionModel().select(passage);
        list.requestFocus();
        return null;
      });
      window.robot().type(KeyCode.F2);
      window.await("to be corrected", () -> window.shows("correction-text"));
      window.robot().press(KeyCode.CONTROL).type(KeyCode.END).release(KeyCode.CONTROL);
      window.robot().write(" Checked.");
      window.picture("correction-english-light");
      window.robot().press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
      window.await("stored", () -> stored(passage).endsWith(" Checked."));
      window.await(
          "shown",
          () ->
              list.getSelectionModel().getSelectedItem() != null
                  && list.getSelectionModel().getSelectedItem().text().endsWith(" Checked."));
      assertThat(window.shows("correction-text")).isFalse();
      window.robot().clickOn("#notice-action");
      window.await("undone", () -> stored(passage).equals(passage.text()));
      window.await(
          "undone in sight", () -> passage.equals(list.getSelectionModel().getSelectedItem()));
      window.robot().clickOn("#passage-correct").type(KeyCode.ESCAPE);
      assertThat(window.shows("correction-text")).isFalse();
    }
  }

  private String stored(Chunk passage) {
    return session.documents().chunk(passage.id()).orElseThrow().text();
  }

  @Test
  void wordsAreFoundAndMarkedWhereTheyStand() throws Exception {
    try (var window =
        openPage(window(Locale.ENGLISH, Theme.LIGHT, Path.of("sample-data/en/1-operating.pdf")))) {
      var document = session.documents().documents().getFirst();
      var places = session.search().find(document.id(), "the CREW", 1000);
      assertThat(places).hasSizeGreaterThan(3);
      window.robot().press(KeyCode.CONTROL).type(KeyCode.F).release(KeyCode.CONTROL);
      window.robot().write("the crew");
      window.await("found", () -> count(window).equals("1 of " + places.size()));
      window.await("marked", () -> !marks(window, ".page-found-current").isEmpty());
      window.picture("find-english-light");
      for (int i = 1; i < places.size(); i++) {
        window.robot().type(KeyCode.ENTER);
      }
      var last = places.getLast();
      window.await("last", () -> count(window).equals(places.size() + " of " + places.size()));
      window.await(
          "its page", () -> number(window).startsWith("Page " + last.firstPage() + " of "));
      window.robot().clickOn("#page-find").press(KeyCode.CONTROL).type(KeyCode.A);
      window.robot().release(KeyCode.CONTROL).write("zeppelin");
      window.await("nothing", () -> count(window).equals("Not found"));
      window.robot().type(KeyCode.ESCAPE);
      window.await("gone", () -> marks(window, ".page-found").isEmpty());
    }
  }

  private static String count(ScreenWindow window) {
    return window.fx(() -> window.node("page-find-count", Label.class).getText());
  }

  private static List<Node> marks(ScreenWindow window, String style) {
    return window.fx(() -> List.copyOf(window.node("page", Region.class).lookupAll(style)));
  }

  @Test
  void pagesAreShownSmallWithWhatBecameOfThem() throws Exception {
    try (var window = openPage(window(Locale.SIMPLIFIED_CHINESE, Theme.DARK, mixed()))) {
      window.size(1280, 720);
      ListView<?> strip = window.node("page-strip", ListView.class);
      var document = session.documents().documents().getFirst();
      assertThat(strip.getItems()).hasSize(document.pages());
      assertThat(session.documents().readings(document.id()))
          .extracting(PageReading::state)
          .containsExactly(PageState.TEXT, PageState.TEXT, PageState.RECOGNISED, PageState.EMPTY);
      window.fx(() -> {
        strip.getSelectionModel().select(1);
        return null;
      });
      window.await("second page", () -> number(window).contains("2"));
      window.settle();
      window.picture("strip-chinese-dark");
      var list = passages(window);
      window.fx(() -> {
        list.getSelectionModel().selectLast();
        list.requestFocus();
        return null;
      });
      window.robot().type(KeyCode.F2);
      window.await("to be corrected", () -> window.shows("correction-text"));
      window.picture("correction-chinese-dark");
      window.robot().type(KeyCode.ESCAPE);
      window.robot().clickOn("#page-strip-show");
      assertThat(window.fx(strip::isVisible)).isFalse();
    }
  }

  /// Two pages of text, a scan, and a page with nothing on it.
  private Path mixed() throws IOException {
    var file = folder.resolve("mixed.pdf");
    try (var empty = new PDDocument()) {
      empty.addPage(new PDPage(PDRectangle.A4));
      empty.save(folder.resolve("empty.pdf").toFile());
    }
    var merger = new PDFMergerUtility();
    merger.addSource(TestData.shared("pdf/unstructured/layout-parser-paper-fast.pdf").toFile());
    merger.addSource(TestData.shared("pdf/ocrmypdf/linn.pdf").toFile());
    merger.addSource(folder.resolve("empty.pdf").toFile());
    merger.setDestinationFileName(file.toString());
    merger.mergeDocuments(null);
    return file;
  }

  @Test
  void keysTurnPagesAndZoom() throws Exception {
    try (var window =
        openPage(window(Locale.ENGLISH, Theme.DARK, Path.of("sample-data/en/1-operating.pdf")))) {
      window.robot().clickOn("#page-scroll");
      window.robot().press(KeyCode.PAGE_DOWN).release(KeyCode.PAGE_DOWN);
      window.await("second page", () -> number(window).startsWith("Page 2 of "));
      var narrow = width(window);
      window.robot().clickOn("#page-larger");
      window.await("larger", () -> width(window) > narrow * 1.2);
      window.picture("page-english-dark");
      window.fx(() -> {
        window.node("page-scroll", ScrollPane.class).setHvalue(1);
        return null;
      });
      assertThat(
              window.fx(() ->
                  window
                      .node("page-scroll", ScrollPane.class)
                      .getContent()
                      .getLayoutBounds()
                      .getWidth()))
          .isGreaterThan(narrow * 1.2);
      window.robot().clickOn("#page-fit");
      window.await("fits again", () -> Math.abs(width(window) - narrow) < 2);
      window.robot().clickOn("#page-previous");
      window.await("first page", () -> number(window).startsWith("Page 1 of "));
    }
  }

  private static double width(ScreenWindow window) {
    return window.fx(() -> {
      var view = (ImageView) window.node("page", Region.class).lookup("#page-image");
      return Objects.requireNonNull(view.getImage()).getWidth();
    });
  }

  @Test
  void aScanIsShownWithWhatWasReadOfIt() throws Exception {
    try (var window =
        openPage(
            window(
                Locale.SIMPLIFIED_CHINESE,
                Theme.LIGHT,
                TestData.shared("pdf/ocrmypdf/skew.pdf")))) {
      window.fx(() -> {
        passages(window).getSelectionModel().select(1);
        return null;
      });
      window.await("its place", () -> !chosen(window).isEmpty());
      window.picture("page-scan-chinese");
    }
  }
}
