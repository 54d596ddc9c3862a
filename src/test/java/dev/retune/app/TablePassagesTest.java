package dev.retune.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.TestData;
import dev.retune.TestWorkbench;
import dev.retune.document.Chunk;
import dev.retune.document.MarkdownTable;
import dev.retune.task.Progress;
import dev.retune.ui.documents.DocumentsScreen;
import dev.retune.ui.support.ScreenWindow;
import dev.retune.ui.support.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tables of real PDFs in the list of passages.
class TablePassagesTest {
  @TempDir Path folder;

  @Test
  void tablesAreShownAsRowsAndColumns() throws Exception {
    show(Locale.ENGLISH, Theme.LIGHT, "pdf/icdar2013/us-001.pdf", "table-english-light");
  }

  @Test
  void chineseTablesAreShownAsRowsAndColumns() throws Exception {
    show(
        Locale.SIMPLIFIED_CHINESE,
        Theme.DARK,
        "pdf/pdfplumber/issue-67-example.pdf",
        "table-chinese-dark");
  }

  private void show(Locale locale, Theme theme, String file, String picture) throws Exception {
    try (var session =
        TestWorkbench.withoutWorkers(folder.resolve("home")).create(folder.resolve("p"), "p")) {
      session
          .model()
          .choose(Path.of("src/test/fixtures/tiny-bert").toAbsolutePath().normalize().toString());
      session.importing().run(List.of(TestData.shared(file)), Progress.none());
      try (var window =
          ScreenWindow.show(
              locale,
              theme,
              ui -> new DocumentsScreen(ui, new ProjectDocuments(session), () -> {}, () -> {}))) {
        window.await("passages", () -> !passages(window).getItems().isEmpty());
        var list = passages(window);
        var table =
            list.getItems().stream()
                .filter(chunk -> chunk.text().lines().filter(MarkdownTable::isRow).count() > 4)
                .findFirst()
                .orElseThrow();
        window.fx(() -> {
          list.scrollTo(table);
          list.getSelectionModel().select(table);
          return null;
        });
        window.await("its cells", () -> !cells(window, list).isEmpty());
        window.picture(picture);
        assertThat(cells(window, list)).noneMatch(text -> text.contains("|"));
        var row =
            table.text().lines().filter(MarkdownTable::isRow).skip(2).findFirst().orElseThrow();
        assertThat(cells(window, list))
            .containsAll(
                MarkdownTable.cells(row).stream().filter(cell -> !cell.isEmpty()).toList());
      }
    }
  }

  private static java.util.Set<String> cells(ScreenWindow window, ListView<Chunk> list) {
    return window.fx(() ->
        list.lookupAll(".passage-table-cell").stream()
            .map(Label.class::cast)
            .map(Labeled::getText)
            .collect(Collectors.toSet()));
  }

  @SuppressWarnings("unchecked")
  private static ListView<Chunk> passages(ScreenWindow window) {
    return window.node("passage-list", ListView.class);
  }
}
