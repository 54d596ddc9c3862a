package dev.retune.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retune.TestWorkbench;
import dev.retune.document.Chunk;
import dev.retune.document.Document;
import dev.retune.pair.PairRow;
import dev.retune.task.Progress;
import dev.retune.ui.documents.DocumentsScreen;
import dev.retune.ui.support.ScreenWindow;
import dev.retune.workflow.ProjectSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A changed file is imported again, in the window, on a real project.
class VersionChangesViewTest {
  @TempDir Path folder;
  private final AtomicReference<DocumentsScreen> screen = new AtomicReference<>();
  private ProjectSession session;

  @BeforeEach
  void open() throws IOException {
    session = TestWorkbench.withoutWorkers(folder.resolve("home")).create(folder.resolve("p"), "p");
    session
        .model()
        .choose(Path.of("src/test/fixtures/tiny-bert").toAbsolutePath().normalize().toString());
    session.importing().run(List.of(manual("Close the valve.")), Progress.none());
    session.review().add("How is the pump started?", passage("Open the valve"));
  }

  @AfterEach
  void close() {
    session.close();
  }

  private Path manual(String stop) throws IOException {
    var start = "Open the valve and wait until the lamp is green. ".repeat(40);
    return Files.writeString(
        folder.resolve("manual.md"), "# Start\n\n" + start + "\n\n# Stop\n\n" + stop + "\n");
  }

  private java.util.UUID passage(String words) {
    return session.documents().allChunks().stream()
        .filter(chunk -> chunk.text().contains(words))
        .map(Chunk::id)
        .findFirst()
        .orElseThrow();
  }

  private Document newest() {
    return session.documents().documents().getLast();
  }

  private List<java.util.UUID> documentsOfPairs() {
    return session.pairs().rows().stream().map(PairRow::documentId).toList();
  }

  @Test
  void theSummaryShowsWhatChangedAndPairsMoveAndComeBack() throws Exception {
    var first = newest();
    var file = manual("Close the valve slowly.");
    try (var window =
        ScreenWindow.show(ui -> {
          screen.set(new DocumentsScreen(ui, new ProjectDocuments(session), () -> {}, () -> {}));
          return screen.get();
        })) {
      window.await("table", () -> window.shows("documents-table"));
      window.fx(() -> {
        screen.get().importFiles(List.of(file));
        return null;
      });
      window.await("offered", () -> window.shows("import-changes"));
      window.robot().clickOn("#import-changes");
      window.await("compared", () -> window.shows("changes-list"));
      assertThat(text(window, "changes-sentence"))
          .startsWith("1 passage says something new, 1 passage of the earlier version says");
      assertThat(window.node("changes-list", ListView.class).getItems().size()).isEqualTo(2);
      // Both are called the same: when they came tells them apart, and the later one is chosen.
      assertThat(names(window)).hasSize(2).allMatch(name -> name.startsWith("manual.md · "));
      assertThat(
              window.node("documents-table", TableView.class).getSelectionModel().getSelectedItem())
          .isEqualTo(newest());
      assertThat(window.node("changes-carry", Button.class).getText())
          .isEqualTo("Move it to the new version");
      window.picture("version-changes");
      window.robot().clickOn("#changes-carry");
      window.await("moved", () -> documentsOfPairs().equals(List.of(newest().id())));
      window.await("said", () -> window.shows("notice-action"));
      assertThat(text(window, "changes-pairs")).startsWith("No pair of the earlier version");
      window.robot().clickOn("#notice-action");
      window.await("back", () -> documentsOfPairs().equals(List.of(first.id())));
      window.await(
          "offered again", () -> text(window, "changes-pairs").startsWith("1 pair of the earlier"));
      window.robot().clickOn("#changes-remove");
      window.await("removed", () -> session.documents().documents().equals(List.of(newest())));
      window.await("nothing to compare with", () -> !window.shows("import-changes"));
      assertThat(names(window)).containsExactly("manual.md");
    }
  }

  /// A move that cannot be undone any more says so, and does not speak of passages cut anew.
  @Test
  void aMoveThatIsNotTheNewestDecisionIsNotUndone() throws Exception {
    var first = newest();
    session.importing().run(List.of(manual("Close the valve slowly.")), Progress.none());
    var moved = session.review().carry(first.id(), newest().id());
    session.review().add("How is it stopped?", passage("Close the valve slowly"));
    assertThatThrownBy(() -> new ProjectDocuments(session).undo(moved))
        .hasMessageContaining("since these were moved to the new version");
  }

  @SuppressWarnings("unchecked")
  private static List<String> names(ScreenWindow window) {
    return window.fx(() -> {
      var table = (TableView<Document>) window.node("documents-table", TableView.class);
      return table.getItems().stream()
          .map(row -> (String) table.getColumns().getFirst().getCellData(row))
          .toList();
    });
  }

  private static String text(ScreenWindow window, String id) {
    return window.fx(() -> window.node(id, Label.class).getText());
  }
}
