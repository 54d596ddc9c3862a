package dev.retune.ui.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.ui.gallery.FailingDocuments;
import dev.retune.ui.gallery.SampleDocuments;
import dev.retune.ui.support.ScreenWindow;
import dev.retune.ui.support.StepStatus;
import dev.retune.ui.support.TestFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class DocumentsScreenTest {

  @Test
  void firstImportByButtonPutsProblemsFirst() throws Exception {
    var screen = new AtomicReference<DocumentsScreen>();
    try (var window =
        ScreenWindow.show(ui -> {
          screen.set(new DocumentsScreen(ui, SampleDocuments.empty(), () -> {}, () -> {}));
          return screen.get();
        })) {
      window.await("empty", () -> window.shows("documents-empty"));
      assertThat(screen.get().status().getValue()).isEqualTo(StepStatus.NOT_BEGUN);
      ((TestFiles) window.ui().files())
          .answer(Path.of("a.pdf"), Path.of("refused.pdf"), Path.of("scan.pdf"));
      window.robot().clickOn("#documents-empty-add");
      window.await("summary", () -> window.shows("import-summary-title"));
      assertThat(window.node("import-summary-title", Label.class).getText())
          .isEqualTo("Imported 2 of 3 files · 31 new passages from 48 pages");
      var names =
          window.fx(() ->
              window
                  .node("import-summary", javafx.scene.layout.VBox.class)
                  .lookupAll(".import-file")
                  .stream()
                  .map(node -> ((Label) node).getText())
                  .toList());
      assertThat(names).containsExactly("refused.pdf", "scan.pdf", "a.pdf");
      window.await(
          "rows", () -> window.node("documents-table", TableView.class).getItems().size() == 3);
      assertThat(screen.get().status().getValue().number()).isEqualTo("1 · 31");
      window.robot().clickOn("#import-show");
      window.await("the scan is shown", () -> window.shows("passages-none"));
      window.robot().clickOn("#import-summary-close");
      assertThat(window.shows("import-summary-title")).isFalse();
    }
  }

  /// At the first import the base model is still being unpacked, which the first look waits for.
  @Test
  void whileTheFirstImportRunsTheScreenIsNotCalledEmpty() throws Exception {
    var port = new SlowDocuments();
    var screen = new AtomicReference<DocumentsScreen>();
    try (var window =
        ScreenWindow.show(ui -> {
          screen.set(new DocumentsScreen(ui, port, () -> {}, () -> {}));
          screen.get().importFiles(List.of(Path.of("a.pdf")));
          return screen.get();
        })) {
      window.await("working", () -> window.shows("documents-working"));
      port.unpacked.countDown();
      window.await("looked", () -> port.looks.get() == 1);
      window.settle();
      assertThat(window.shows("documents-working")).isTrue();
      assertThat(screen.get().status().getValue().state()).isEqualTo(StepStatus.State.RUNNING);
      port.read.countDown();
      window.await("there", () -> window.shows("documents-table"));
    }
  }

  @Test
  void choosingADocumentShowsItsPassages() throws Exception {
    try (var window =
        ScreenWindow.show(
            ui -> new DocumentsScreen(ui, SampleDocuments.full(), () -> {}, () -> {}))) {
      window.await("passages", () -> passages(window) == 148);
      window.robot().clickOn("QX filter series.pdf");
      window.await("others", () -> passages(window) == 77);
      window.await(
          "warning", () -> window.robot().lookup("Page 17 has no text.").tryQuery().isPresent());
    }
  }

  @Test
  void removingCanBeUndone() throws Exception {
    try (var window =
        ScreenWindow.show(
            ui -> new DocumentsScreen(ui, SampleDocuments.full(), () -> {}, () -> {}))) {
      window.await("rows", () -> rows(window) == 6);
      window.robot().clickOn("QX filter series.pdf").type(KeyCode.DELETE);
      window.await("removed", () -> rows(window) == 5);
      assertThat(window.node("notice-text", Label.class).getText())
          .isEqualTo("Removed QX filter series.pdf");
      window.robot().clickOn("#notice-action");
      window.await("back", () -> rows(window) == 6);
      assertThat(window.shows("notice-text")).isFalse();
    }
  }

  @Test
  void aFilterWithoutResultSaysSoAndClears() throws Exception {
    try (var window =
        ScreenWindow.show(
            ui -> new DocumentsScreen(ui, SampleDocuments.full(), () -> {}, () -> {}))) {
      window.await("rows", () -> rows(window) == 6);
      window.robot().clickOn("#documents-filter").write("zeppelin");
      window.await("none", () -> window.shows("documents-no-match"));
      window.robot().clickOn("#documents-filter-clear");
      window.await("all", () -> rows(window) == 6);
    }
  }

  @Test
  void aFailureNamesItsCodeAndOffersToTryAgain() throws Exception {
    try (var window =
        ScreenWindow.show(
            ui -> new DocumentsScreen(ui, new FailingDocuments(), () -> {}, () -> {}))) {
      window.await("failed", () -> window.shows("documents-failed"));
      assertThat(window.robot().lookup("Code project.disk-full").tryQuery()).isPresent();
      window.robot().clickOn("#documents-failed-copy");
      assertThat(window.fx(() -> javafx.scene.input.Clipboard.getSystemClipboard().getString()))
          .startsWith("project.disk-full")
          .contains("The disk that holds the project is full.");
    }
  }

  /// Looking at the documents again does not hide that an import failed, and its files are not
  /// forgotten over it.
  @Test
  void aFailedImportStaysInSightUntilSomebodyDecides() throws Exception {
    var port = new SlowDocuments();
    port.unpacked.countDown();
    port.read.countDown();
    port.full = true;
    var screen = new AtomicReference<DocumentsScreen>();
    try (var window =
        ScreenWindow.show(ui -> {
          screen.set(new DocumentsScreen(ui, port, () -> {}, () -> {}));
          return screen.get();
        })) {
      window.await("empty", () -> window.shows("documents-empty"));
      ((TestFiles) window.ui().files()).answer(Path.of("a.pdf"), Path.of("b.pdf"));
      window.robot().clickOn("#documents-empty-add");
      window.await("failed", () -> window.shows("documents-failed"));
      int looks = port.looks.get();
      window.fx(() -> {
        screen.get().onShown();
        return null;
      });
      window.await("looked again", () -> port.looks.get() > looks);
      window.settle();
      assertThat(window.shows("documents-failed")).isTrue();
      window.robot().clickOn("#documents-back");
      window.await("back", () -> window.shows("documents-empty"));
      assertThat(window.node("import-summary-title", Label.class).getText())
          .isEqualTo("Nothing was imported; 2 files were not read");
      window.robot().clickOn("#import-rest");
      window.await("failed again", () -> window.shows("documents-failed"));
      assertThat(window.shows("import-rest")).isFalse();
      port.full = false;
      window.robot().clickOn("#documents-retry");
      window.await("imported", () -> window.shows("documents-table") && rows(window) == 2);
      assertThat(window.shows("documents-failed")).isFalse();
    }
  }

  private static int rows(ScreenWindow window) {
    return window.node("documents-table", TableView.class).getItems().size();
  }

  private static int passages(ScreenWindow window) {
    return window.node("passage-list", ListView.class).getItems().size();
  }
}
