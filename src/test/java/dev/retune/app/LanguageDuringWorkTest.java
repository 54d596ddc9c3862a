package dev.retune.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.TestData;
import dev.retune.TestWorkbench;
import dev.retune.workflow.Workbench;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody changes the window's language while documents are being read: the screens are built
/// anew, what they began goes on.
class LanguageDuringWorkTest {
  private static final Path SCAN = TestData.shared("pdf/ocrmypdf/linn.pdf");
  private static final Path MANUAL = Path.of("sample-data/en/1-operating.pdf").toAbsolutePath();

  @TempDir Path folder;
  private Workbench workbench;

  @BeforeEach
  void aProject() {
    workbench = TestWorkbench.withoutWorkers(folder.resolve("home"));
    try (var session = workbench.create(folder.resolve("p"), "p")) {
      session
          .model()
          .choose(Path.of("src/test/fixtures/tiny-bert").toAbsolutePath().normalize().toString());
    }
  }

  private Person withFiles(Path... files) throws Exception {
    var person = new Person(workbench);
    person.willChoose(folder.resolve("p"));
    person.click("start-open");
    person.willChoose(files);
    person.click("documents-empty-add");
    return person;
  }

  private static void speak(Person person, String language) {
    person.click("open-settings");
    person.click("language-" + language);
    person.press(KeyCode.SHORTCUT, KeyCode.DIGIT1);
  }

  @Test
  void aPausedImportIsStillThereAndGoesOn() throws Exception {
    var text = Files.writeString(folder.resolve("note.txt"), "The filter is changed yearly.");
    try (var person = withFiles(SCAN, text)) {
      person.click("import-pause");
      person.await("paused", () -> person.reads("import-queue-title").startsWith("Paused"));
      speak(person, "chinese");
      person.await("the queue", () -> person.shows("import-queue-title"));
      assertThat(person.reads("import-queue-title")).isEqualTo("已暂停 · 已读取 0 / 2 个文件");
      assertThat(person.shows("import-summary")).isFalse();
      person.photograph("import-paused-chinese");
      person.click("import-pause");
      person.await("documents", () -> person.rows("documents-table") == 2);
      person.await("the end", () -> person.shows("import-summary-title"));
      assertThat(person.reads("import-summary-title")).startsWith("已导入 2 个文件");
    }
  }

  @Test
  void pagesThatAreReadAgainAreShownAndCanBeBroughtBack() throws Exception {
    try (var person = withFiles(MANUAL)) {
      person.await("the document", () -> person.rows("documents-table") == 1);
      person.robot().clickOn("#documents-table .table-row-cell");
      person.press(KeyCode.SHORTCUT, KeyCode.R);
      person.await("the dialog", () -> person.shows("reading-treatment"));
      person.press(KeyCode.DOWN); // to recognising all pages
      person.click("reading-start");
      speak(person, "chinese");
      person.click("reading-undo");
      person.await("undone", () -> person.reads("reading-result").contains("已恢复"));
    }
  }
}
