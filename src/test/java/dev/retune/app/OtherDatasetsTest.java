package dev.retune.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.TestWorkbench;
import dev.retune.dataset.LlamaIndexFormat;
import dev.retune.dataset.RetrievalSet;
import dev.retune.encoder.Windows;
import dev.retune.retrieval.RetrievalSettings;
import dev.retune.task.Progress;
import dev.retune.training.Fixtures;
import dev.retune.training.NegativeSettings;
import dev.retune.training.RunFolder;
import dev.retune.training.TinyRun;
import dev.retune.training.loss.Distance;
import dev.retune.training.loss.LossParameter;
import dev.retune.training.loss.LossSettings;
import dev.retune.training.loss.MatryoshkaSettings;
import dev.retune.workflow.BaseModels;
import dev.retune.workflow.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is set by hand about a run, and what it learns from beside the pairs, by clicking; what the
/// run is started with is read from its folder.
class OtherDatasetsTest {
  @TempDir Path temporary;
  private Path project;
  private Workbench workbench;

  @BeforeEach
  void aProjectWithPairs() {
    workbench = TestWorkbench.withoutWorkers(temporary.resolve("home"));
    project = temporary.resolve("plant");
    var data = TinyRun.data(64);
    var relevant = new LinkedHashMap<String, Map<String, Double>>();
    data.queries().keySet().forEach(id -> relevant.put(id, Map.of("p" + id.substring(1), 1.0)));
    var file = temporary.resolve("set.json");
    LlamaIndexFormat.write(file, new RetrievalSet(data.corpus(), data.queries(), relevant));
    try (var session = workbench.create(project, "Plant")) {
      session.model().choose(Fixtures.model().path().toString());
      session.importingPairs().run(file, Progress.none());
    }
  }

  private Path lines(String name, String form) throws IOException {
    var text =
        IntStream.range(0, 40)
            .mapToObj(form::formatted)
            .collect(Collectors.joining("\n", "", "\n"));
    return Files.writeString(temporary.resolve(name), text);
  }

  private Path classes() throws IOException {
    var text =
        IntStream.range(0, 40)
            .mapToObj(i ->
                "{\"text\": \"Text %d of its kind.\", \"label\": \"class %d\"}".formatted(i, i % 4))
            .collect(Collectors.joining("\n"));
    return Files.writeString(temporary.resolve("classes.jsonl"), text);
  }

  private Path triplets() throws IOException {
    return lines(
        "triplets.jsonl",
        """
        {"query": "What is done to valve %1$d?", "pos": ["Valve %1$d is oiled."],\
         "neg": ["Valve %1$d is new.", "A valve is large.", "Pumps are %1$d."]}\
        """);
  }

  private void open(Person person) {
    person.willChoose(project);
    person.click("start-open");
    person.await("the shell", () -> person.shows("shell"));
    person.press(KeyCode.SHORTCUT, KeyCode.DIGIT3);
    person.click("train-all-settings");
  }

  private static void add(Person person, Path dataset) {
    person.scroll("train-plan", "train-other-file");
    person.willChoose(dataset);
    person.click("train-other-file");
  }

  private static void type(Person person, String id, String text) {
    person.scroll("train-plan", id);
    person.type(id, text);
  }

  private static void choose(Person person, String id, String words) {
    person.scroll("train-plan", id);
    person.choose(id, words);
  }

  private static void tick(Person person, String id) {
    person.scroll("train-plan", id);
    person.click(id);
  }

  @Test
  void eachHasItsOwnLossAndShareAndNegatives() throws Exception {
    try (var person = new Person(workbench)) {
      open(person);
      add(person, classes());
      person.await("the classes", () -> person.sees("40 texts with their classes"));
      assertThat(person.reads("train-data")).contains("classes.jsonl", "40 texts");
      assertThat(person.shows("train-setting-negatives")).isFalse();

      choose(person, "train-other-1-loss", "A teacher’s order · DistillKLDiv");
      assertThat(person.reads("train-other-1"))
          .contains(
              "“A teacher’s order · DistillKLDiv” was not taken",
              "cannot learn from texts with classes",
              "“Texts of one class together · BatchHardTriplet” can.");
      type(person, "train-other-1-apart", "0.4");
      type(person, "train-other-1-share", "1.5");
      assertThat(person.reads("train-other-1")).contains("cannot have the share 1.5");
      type(person, "train-other-1-share", "0.2");
      assertThat(person.reads("train-other-1")).doesNotContain("cannot");

      add(person, triplets());
      person.await("the triplets", () -> person.sees("40 questions with right and wrong passages"));
      choose(person, "train-other-2-loss", "The right one nearer than the wrong one · Triplet");
      choose(person, "train-other-2-distance", "Angle · cosine");
      type(person, "train-setting-negatives", "2");
      tick(person, "train-setting-sampled-negatives");
      start(person);
    }
    var run = run();
    var others = Objects.requireNonNull(run.configuration().auxiliary());
    assertThat(others).hasSize(2);
    assertThat(others.getFirst().name()).isEqualTo("classes.jsonl");
    assertThat(others.getFirst().share()).isEqualTo(.2);
    assertThat(others.getFirst().loss())
        .isEqualTo(
            LossSettings.of(LossSettings.Name.BATCH_HARD_TRIPLET).with(LossParameter.MARGIN, .4));
    assertThat(others.getLast().share()).isNull();
    assertThat(others.getLast().loss())
        .isEqualTo(
            LossSettings.of(LossSettings.Name.TRIPLET)
                .with(LossParameter.DISTANCE, Distance.COSINE));
    assertThat(run.configuration().settings().negatives()).isEqualTo(new NegativeSettings(2, true));
    assertThat(run.path().resolve("auxiliary/1/classes.jsonl")).exists();
    assertThat(Files.readString(run.path().resolve("run.json"))).contains("BATCH_HARD_TRIPLET");
  }

  @Test
  void whatCannotBeLearnedFromIsSaidAndNotTaken() throws Exception {
    try (var person = new Person(workbench)) {
      open(person);
      add(person, lines("alike.jsonl", "{\"text\": \"Text %d.\", \"label\": \"one\"}"));
      person.await("the refusal", () -> person.shows("train-others-refused"));
      assertThat(person.reads("train-others-refused"))
          .contains("All rows have the same score, label or class", "Choose a dataset");
      add(person, Files.writeString(temporary.resolve("notes.jsonl"), "{\"note\": 1}\n"));
      person.await(
          "another refusal", () -> person.reads("train-others-refused").contains("notes.jsonl"));
      assertThat(person.shows("train-other-1")).isFalse();

      add(person, classes());
      person.await("the classes", () -> person.shows("train-other-1"));
      assertThat(person.shows("train-others-refused")).isFalse();
      add(person, triplets());
      type(person, "train-other-1-share", "0.6");
      type(person, "train-other-2-share", "0.4");
      person.await(
          "too much", () -> person.reads("train-data").contains("leaves nothing to the main one"));
      assertThat(person.shows("train-start")).as("start can be pressed").isFalse();
      tick(person, "train-other-1-remove");
      person.await("one left", () -> !person.shows("train-other-2"));
      person.await("start", () -> person.shows("train-start"));
      person.clickText("Undo");
      person.await("both again", () -> person.shows("train-other-2"));
      tick(person, "train-other-2-remove");
      tick(person, "train-other-1-remove");
      person.await("none left", () -> !person.shows("train-other-1"));
      start(person);
    }
    assertThat(run().configuration().auxiliary()).isNull();
  }

  @Test
  void whatWasMissingIsInTheRun() throws Exception {
    try (var person = new Person(workbench)) {
      open(person);
      assertThat(person.shows("train-setting-window-size")).isFalse();
      choose(person, "train-setting-base", "bge-small-en-v1.5");
      type(person, "train-setting-name", "Night shift");
      tick(person, "train-setting-windows");
      type(person, "train-setting-window-size", "24/16");
      tick(person, "train-setting-hybrid");
      type(person, "train-setting-hybrid-weight", "0.3");
      type(person, "train-setting-matryoshka", "16, 8");
      type(person, "train-setting-matryoshka-weights", "1, 0.5");
      type(person, "train-setting-seed", "5000000000");
      start(person);
    }
    var configuration = run().configuration();
    assertThat(configuration.name()).isEqualTo("Night shift");
    assertThat(configuration.base().id()).isEqualTo(BaseModels.ENGLISH);
    var settings = configuration.settings();
    assertThat(settings.retrieval()).isEqualTo(new RetrievalSettings(new Windows(24, 16), .3));
    assertThat(settings.matryoshka())
        .isEqualTo(new MatryoshkaSettings(List.of(16, 8), List.of(1.0, .5), true));
    assertThat(settings.seed()).isEqualTo(5_000_000_000L);
  }

  @Test
  void aChangeOfLanguageLeavesWhatIsPrepared() throws Exception {
    try (var person = new Person(workbench)) {
      open(person);
      type(person, "train-setting-name", "Night shift");
      type(person, "train-setting-epochs", "7");
      add(person, classes());
      person.await("the classes", () -> person.shows("train-other-1"));
      type(person, "train-other-1-share", "0.2");
      person.click("open-settings");
      person.click("language-chinese");
      person.press(KeyCode.SHORTCUT, KeyCode.DIGIT3);
      person.await("the plan", () -> person.shows("train-start"));
      start(person);
    }
    var configuration = run().configuration();
    assertThat(configuration.name()).isEqualTo("Night shift");
    assertThat(configuration.settings().epochs()).isEqualTo(7);
    var others = Objects.requireNonNull(configuration.auxiliary());
    assertThat(others).singleElement().satisfies(other -> assertThat(other.share()).isEqualTo(.2));
    try (var session = workbench.open(project)) {
      var again = session.runs().again(run());
      assertThat(again.base()).isPresent();
      assertThat(again.settings().epochs()).isEqualTo(7);
      assertThat(again.others())
          .singleElement()
          .satisfies(other -> {
            assertThat(other.content().name()).isEqualTo("classes.jsonl");
            assertThat(other.content().rows()).isEqualTo(40);
            assertThat(other.share()).isEqualTo(.2);
          });
    }
  }

  private void start(Person person) {
    person.click("train-start");
    person.await("the run", () -> !RunFolder.list(project.resolve("runs")).isEmpty());
  }

  private RunFolder run() {
    return new LastRun(project).folder();
  }
}
