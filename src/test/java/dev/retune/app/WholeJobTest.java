package dev.retune.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.TestWorkbench;
import dev.retune.encoder.ModelFolder;
import dev.retune.model.ModelEntry;
import dev.retune.pair.PairRow;
import dev.retune.pair.ReviewStatus;
import dev.retune.training.RunEvent;
import dev.retune.training.RunState;
import dev.retune.workflow.Workbench;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The main job from documents to an exported model, by clicking, with a real worker process.
class WholeJobTest {
  private static final Duration TRAINING = Duration.ofMinutes(5);
  private static final String EDITED = "what does the crew call the oldest machine?";

  @TempDir Path temporary;
  private Workbench workbench;

  @BeforeEach
  void aFreshHome() {
    workbench = TestWorkbench.withWorkers(temporary.resolve("home"));
  }

  @Test
  void fromADocumentToAnExportedModel() throws Exception {
    var folder = temporary.resolve("Plant");
    try (var person = new Person(workbench)) {
      importManual(person, folder);
      writeAndReview(person);
      train(person);
      compare(person);
      export(person);
    }
    assertThatTheProjectHolds(folder);
  }

  @Test
  void aKilledTrainingIsToldAndGoesOn() throws Exception {
    var folder = temporary.resolve("Plant");
    var run = new LastRun(folder);
    try (var person = new Person(workbench)) {
      importManual(person, folder);
      writeAndReview(person);
      person.press(KeyCode.SHORTCUT, KeyCode.DIGIT3);
      person.click("train-thorough");
      person.click("train-start");
      person.await("a checkpoint", TRAINING, () -> run.has(RunEvent.CheckpointSaved.class));
      run.kill();
      person.await("the message", () -> person.shows("train-resume"));
      assertThat(person.reads("train-broken")).isNotBlank();
      assertThat(run.folder().state()).isEqualTo(RunState.INTERRUPTED);

      person.click("train-resume");
      person.await("going on", TRAINING, () -> run.attempts() == 2);
      person.click("train-stop");
      person.await("the verdict", TRAINING, () -> person.shows("train-verdict"));
    }
    assertThat(run.folder().state()).isEqualTo(RunState.STOPPED);
    assertThat(ModelFolder.read(run.folder().modelFolder()).config().hidden()).isEqualTo(384);
  }

  @Test
  void closingTheWindowLeavesTheTrainingGoing() throws Exception {
    var folder = temporary.resolve("Plant");
    var run = new LastRun(folder);
    try (var person = new Person(workbench)) {
      importManual(person, folder);
      writeAndReview(person);
      person.press(KeyCode.SHORTCUT, KeyCode.DIGIT3);
      person.click("train-quick");
      person.click("train-start");
      person.await("the worker", TRAINING, () -> run.has(RunEvent.Started.class));
    }
    try (var person = new Person(workbench)) {
      person.willChoose(folder);
      person.click("start-open");
      person.await("the shell", () -> person.shows("shell"));
      person.press(KeyCode.SHORTCUT, KeyCode.DIGIT3);
      person.await("the verdict", TRAINING, () -> person.shows("train-verdict"));
    }
    assertThat(run.folder().state()).isEqualTo(RunState.FINISHED);
    assertThat(run.attempts()).isEqualTo(1);
  }

  private static void importManual(Person person, Path folder) {
    person.willChoose(Path.of("sample-data/en/1-operating.pdf").toAbsolutePath());
    person.willChoose(folder);
    person.click("start-new");
    person.await("the document", () -> person.rows("documents-table") == 1);
  }

  private static void writeAndReview(Person person) {
    person.press(KeyCode.SHORTCUT, KeyCode.DIGIT2);
    person.click("pairs-first-write");
    person.click("pairs-write-start");
    person.await("questions", () -> person.rows("pairs-table") >= 20);
    person.await("the end of writing", () -> !person.shows("pairs-write-cancel"));
    if (person.shows("pairs-panel-close")) {
      person.click("pairs-panel-close");
    }
    person.click("pairs-all");
    person.robot().clickOn("#pairs-table .table-row-cell");
    person.press(KeyCode.E);
    person.press(KeyCode.SHORTCUT, KeyCode.A);
    person.robot().write(EDITED);
    person.press(KeyCode.ENTER);
    person.await("the new wording", () -> person.sees(EDITED));
    person.press(KeyCode.SHORTCUT, KeyCode.A);
    person.await("all selected", () -> person.selected("pairs-table") >= 20);
    person.press(KeyCode.A);
    person.await("all judged", () -> person.reads("pairs-to-review").endsWith(" 0"));
  }

  private static void train(Person person) {
    person.press(KeyCode.SHORTCUT, KeyCode.DIGIT3);
    person.click("train-quick");
    person.click("train-start");
    person.await("the curve", TRAINING, () -> person.shows("train-loss"));
    person.await("the verdict", TRAINING, () -> person.shows("train-verdict"));
    assertThat(person.reads("train-verdict")).isNotBlank();
  }

  private static void compare(Person person) {
    person.click("train-compare");
    person.await("the models", TRAINING, () -> person.shows("compare-ask"));
    person.click("compare-ask");
    person.robot().write("how fast does the kettle turn");
    person.press(KeyCode.ENTER);
    for (var column : List.of("base", "tuned", "bm25")) {
      person.await(column, () -> person.shows("compare-" + column + "-1"));
    }
  }

  private void export(Person person) {
    var target = temporary.resolve("exported");
    person.press(KeyCode.SHORTCUT, KeyCode.DIGIT5);
    person.await("the models", () -> person.rows("models-table") >= 3);
    var tuned =
        workbench.models().list().stream()
            .filter(model -> model.kind() == ModelEntry.Kind.TUNED)
            .findFirst()
            .orElseThrow();
    person.clickText(tuned.name());
    person.willChoose(target);
    person.click("models-export");
    person.await("the exported folder", () -> target.resolve("modules.json").toFile().exists());
    assertThat(ModelFolder.read(target).fingerprint())
        .isEqualTo(ModelFolder.read(tuned.folder()).fingerprint());
  }

  private void assertThatTheProjectHolds(Path folder) {
    try (var session = workbench.open(folder)) {
      assertThat(session.documents().documents()).hasSize(1);
      var rows = session.pairs().rows();
      assertThat(rows).extracting(PairRow::status).containsOnly(ReviewStatus.ACCEPTED);
      assertThat(rows).extracting(PairRow::question).contains(EDITED);
      assertThat(rows).extracting(PairRow::split).doesNotContainNull();
      var report = session.runs().list().getFirst().report().orElseThrow();
      assertThat(report.validation().bm25()).containsKey("ndcg@10");
    }
  }
}
