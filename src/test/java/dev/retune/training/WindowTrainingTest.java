package dev.retune.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import dev.retune.dataset.PairRow;
import dev.retune.dataset.RetrievalSet;
import dev.retune.dataset.Row;
import dev.retune.dataset.Shape;
import dev.retune.dataset.Split;
import dev.retune.dataset.TrainingData;
import dev.retune.encoder.InputType;
import dev.retune.encoder.NativeLibraries;
import dev.retune.encoder.Prompts;
import dev.retune.encoder.Windows;
import dev.retune.file.Json;
import dev.retune.retrieval.RetrievalFile;
import dev.retune.retrieval.RetrievalSettings;
import dev.retune.task.Progress;
import dev.retune.text.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Training on the windows of long passages, against what `src/test/fixtures/training/windows.py`
/// computed with PyTorch, Hugging Face's tokenizers and sentence-transformers.
class WindowTrainingTest {
  private static final JsonNode GIVEN = Fixtures.json("windows.json");
  private static final RetrievalSettings SETTINGS = new RetrievalSettings(new Windows(12, 7), .5);

  @TempDir Path folder;

  @Test
  void twentyStepsOnTheBestWindowsFollowPyTorch() throws IOException {
    NativeLibraries.stayOffline();
    var inputs = inputs();
    var checkpoints = new Checkpoints(Files.createDirectories(folder.resolve("checkpoints")));
    try (var manager = NDManager.newBaseManager();
        var learner = Learner.open(inputs, manager);
        var optimiser =
            new Optimiser(manager, learner.parameters(), GIVEN.get("decay").asDouble())) {
      var windows = WindowChoice.of(inputs, checkpoints, manager, Progress.none());
      var stored = Json.read(checkpoints.folder().resolve("windows.json"), JsonNode.class);
      assertThat(stored.get("windows")).isEqualTo(GIVEN.get("chosen"));
      var training = new TrainingStep(inputs.settings(), manager, learner, optimiser);
      var size = GIVEN.get("batch").asInt();
      for (var step = 0; step < GIVEN.get("losses").size(); step++) {
        var first = step * size;
        var batch =
            IntStream.range(first, first + size)
                .mapToObj(i -> inputs.examples().get(i % inputs.examples().size()))
                .toList();
        var loss = GIVEN.get("losses").get(step).asDouble();
        assertThat(
                training
                    .run(step + 1, List.of(windows.apply(batch)), GIVEN.get("rate").asDouble())
                    .loss())
            .as("loss of step %d", step + 1)
            .isCloseTo(loss, within(1e-4 * loss));
      }
      assertBestWindowsScore(inputs, learner);
    }
  }

  private static void assertBestWindowsScore(RunInputs inputs, Learner learner) {
    var embedder = learner.embedder();
    var corpus = List.copyOf(inputs.data().corpus().values());
    var read = embedder.embed(corpus, InputType.PASSAGE, new Windows(12, 7), Progress.none());
    for (var q = 0; q < GIVEN.get("scores").size(); q++) {
      var asked = List.of(inputs.data().queries().get("q" + q));
      var question = embedder.embed(asked, InputType.QUERY, Progress.none())[0];
      for (var p = 0; p < read.length; p++) {
        assertThat(read[p]).hasDimensions(GIVEN.get("counts").get(p).asInt(), 16);
        var best = Double.NEGATIVE_INFINITY;
        for (var window : read[p]) {
          best = Math.max(best, embedder.similarity().of(question, window));
        }
        assertThat(best).isCloseTo(GIVEN.get("scores").get(q).get(p).asDouble(), within(1e-4));
      }
    }
  }

  @Test
  void noOtherWindowOfTheOwnPassageIsANegative() {
    var batch =
        List.of(
            example("q0", TextKey.window("p0", 0)),
            example("q1", TextKey.window("p0", 2)),
            example("q2", TextKey.window("p1", 0), TextKey.window("p0", 1)));
    try (var manager = NDManager.newBaseManager()) {
      var excluded = BatchTexts.of(batch).excluded(manager);
      assertThat(excluded).isNotNull();
      assertThat(excluded.toFloatArray())
          .containsExactly(
              0, 1, 0, 1, 1, 1, //
              1, 0, 0, 1, 1, 1, //
              0, 0, 0, 1, 1, 0);
    }
  }

  private static Example example(String query, TextKey... passages) {
    var texts = new ArrayList<TextKey>(List.of(TextKey.query(query)));
    texts.addAll(List.of(passages));
    return new Example(texts, List.of(), 1);
  }

  @Test
  void aRunKeepsItsChoiceTellsBothScoresAndTheModelTakesTheSettingsWithIt() throws IOException {
    var settings =
        TinyRun.SETTINGS
            .edit()
            .maxSteps(4)
            .retrieval(SETTINGS)
            .evaluation(new EvaluationSettings(2, "ndcg@10"))
            .build();
    var first = TinyRun.create(folder, settings);
    assertThat(first.configuration().settings().retrieval()).isEqualTo(SETTINGS);
    assertThat(RunFolder.open(first.path()).configuration().settings()).isEqualTo(settings);
    assertThat(Worker.run(first.path())).isEqualTo(Worker.DONE);
    var report = first.report().orElseThrow();
    assertThat(report.retrieval()).isEqualTo(SETTINGS);
    assertThat(report.validation().truncatedPassages()).isZero();
    for (var result : List.of(report.validation(), report.test())) {
      var hybrid = result.hybrid();
      assertThat(hybrid.tuned().keySet()).isEqualTo(result.tuned().keySet());
      assertThat(hybrid.base()).isNotEqualTo(result.base());
      assertThat(hybrid.overTuned().get("ndcg@10").mean())
          .isCloseTo(hybrid.tuned().get("ndcg@10") - result.tuned().get("ndcg@10"), within(1e-9));
    }
    assertThat(first.events())
        .filteredOn(event -> event instanceof RunEvent.Evaluated)
        .allSatisfy(event -> {
          var measured = (RunEvent.Evaluated) event;
          assertThat(measured.hybrid() == null)
              .isEqualTo(measured.subject() == RunEvent.Subject.BM25);
        });
    assertThat(RetrievalFile.read(first.modelFolder())).isEqualTo(SETTINGS);
    assertThat(first.modelFolder().resolve("retrieve.py")).exists();
    assertThat(first.modelFolder().resolve("README.md")).content().contains("windows of 12 tokens");

    var chosen = first.checkpointsFolder().resolve("windows.json");
    var second = TinyRun.create(folder, settings);
    var other = second.checkpointsFolder().resolve("windows.json");
    Files.createDirectories(other.getParent());
    Files.writeString(
        other, Files.readString(chosen).replace(": 0", ": 1 ").replace(": 1}", ": 0}"));
    var given = Files.readString(other);
    assertThat(Worker.run(second.path())).isEqualTo(Worker.DONE);
    assertThat(Files.readString(other)).isEqualTo(given);
    assertThat(losses(second)).isNotEqualTo(losses(first));
  }

  @Test
  void windowsLongerThanTheModelReadsAreRefused() {
    var settings =
        TinyRun.SETTINGS.edit().retrieval(new RetrievalSettings(new Windows(64, 48), null)).build();
    assertThatThrownBy(() -> TinyRun.create(folder, settings))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.problem().code()).isEqualTo("encoder.windows.size"));
  }

  private static List<Double> losses(RunFolder run) {
    return run.events().stream()
        .filter(event -> event instanceof RunEvent.Step)
        .map(event -> ((RunEvent.Step) event).loss())
        .toList();
  }

  private static RunInputs inputs() {
    var queries = new LinkedHashMap<String, String>();
    var corpus = new LinkedHashMap<String, String>();
    var rows = new ArrayList<Row>();
    var examples = new ArrayList<Example>();
    for (var q = 0; q < GIVEN.get("queries").size(); q++) {
      queries.put("q" + q, GIVEN.get("queries").get(q).asText());
    }
    for (var p = 0; p < GIVEN.get("passages").size(); p++) {
      corpus.put("p" + p, GIVEN.get("passages").get(p).asText());
    }
    for (var pair : GIVEN.get("pairs")) {
      var query = "q" + pair.get("query").asInt();
      var passage = "p" + pair.get("positive").asInt();
      rows.add(new PairRow(query, passage, Split.TRAIN));
      var negative = pair.get("negative");
      examples.add(
          Example.pair(
              query, passage, negative.isNull() ? List.of() : List.of("p" + negative.asInt())));
    }
    var set = new RetrievalSet(corpus, queries, Map.of("q0", Map.of("p0", 1.0)));
    var all = IntStream.range(0, examples.size()).toArray();
    return new RunInputs(
        TrainingSettings.recommended()
            .edit()
            .hiddenDropout(0)
            .clip(0)
            .weightDecay(GIVEN.get("decay").asDouble())
            .retrieval(SETTINGS)
            .build(),
        Fixtures.model(),
        new Prompts(GIVEN.get("prompt").asText(), ""),
        new TrainingData(Shape.PAIRS, corpus, queries, rows, Map.of(Split.VALIDATION, set)),
        examples,
        set,
        null,
        new BatchPlan(List.of(List.of(all)), List.of(1)));
  }
}
