package dev.retune.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retune.TestWorkbench;
import dev.retune.dataset.LlamaIndexFormat;
import dev.retune.dataset.RetrievalSet;
import dev.retune.encoder.Prompts;
import dev.retune.encoder.RemoteAddress;
import dev.retune.model.ModelEntry;
import dev.retune.pair.Shares;
import dev.retune.pair.SplitMethod;
import dev.retune.pair.SplitOptions;
import dev.retune.retrieval.RetrievalSettings;
import dev.retune.task.Progress;
import dev.retune.text.Problem;
import dev.retune.text.ProblemException;
import dev.retune.training.Method;
import dev.retune.training.TrainingSettings;
import dev.retune.training.adapter.AdapterSettings;
import dev.retune.training.adapter.AdapterSide;
import dev.retune.training.loss.LossSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsTest {
  private static final int PAIRS = 48;
  private static final TrainingSettings SETTINGS =
      TrainingSettings.recommended().edit().batchSize(8).epochs(2).build();

  @TempDir Path folder;
  private Workbench workbench;
  private ProjectSession session;

  @BeforeEach
  void aProjectWithImportedPairs() {
    workbench = TestWorkbench.withoutWorkers(folder.resolve("home"));
    session = workbench.create(folder.resolve("plant"), "Plant");
    session
        .model()
        .choose(Path.of("src/test/fixtures/tiny-bert").toAbsolutePath().normalize().toString());
    session.importingPairs().run(dataset(), Progress.none());
  }

  @AfterEach
  void close() {
    session.close();
  }

  private Path dataset() {
    var corpus = new LinkedHashMap<String, String>();
    var queries = new LinkedHashMap<String, String>();
    var relevant = new LinkedHashMap<String, Map<String, Double>>();
    for (int i = 0; i < PAIRS; i++) {
      corpus.put("p" + i, "Valve number %d is oiled.".formatted(i));
      queries.put("q" + i, "What is done to valve %d?".formatted(i));
      relevant.put("q" + i, Map.of("p" + i, 1.0));
    }
    var file = folder.resolve("set.json");
    LlamaIndexFormat.write(file, new RetrievalSet(corpus, queries, relevant));
    return file;
  }

  private void split(double train, double validation, double test) {
    session
        .review()
        .split(new SplitOptions(SplitMethod.RANDOM, new Shares(train, validation, test), 42, true));
  }

  @Test
  void thePlanCountsWhatIsThere() {
    var before = session.runs().plan(SETTINGS);
    assertThat(before.unsplit()).isEqualTo(PAIRS);
    assertThat(before.passages()).isEqualTo(PAIRS);
    assertThat(before.steps()).isEqualTo(5 * 2);
    assertThat(session.runs().plan(SETTINGS.edit().dropLast(true).build()).steps())
        .isEqualTo(4 * 2);
    assertThat(before.seconds()).isPositive();
    assertThat(before.ready()).isTrue();
    assertThat(session.runs().trainPairs()).isEqualTo(36);

    split(.5, .25, .25);
    var after = session.runs().plan(SETTINGS);
    assertThat(after.unsplit()).isZero();
    assertThat(after.trainPairs()).isEqualTo(24);
    assertThat(after.validationQueries()).isEqualTo(12);
    assertThat(after.testQueries()).isEqualTo(12);
    assertThat(after.findings())
        .extracting(Problem::code)
        .containsExactly("workflow.data.few", "workflow.data.validation");
  }

  @Test
  void batchesGoTogetherIntoSteps() {
    var two = session.runs().plan(SETTINGS.edit().accumulation(2).build());
    assertThat(two.steps()).isEqualTo(3 * 2);
    assertThat(two.findings())
        .extracting(Problem::code)
        .doesNotContain("workflow.data.accumulation");
    var nine = session.runs().plan(SETTINGS.edit().accumulation(9).build());
    assertThat(nine.steps()).isEqualTo(2);
    assertThat(nine.ready()).isTrue();
    assertThat(nine.findings())
        .filteredOn(finding -> finding.code().equals("workflow.data.accumulation"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.toString()).contains("9", "5"));
  }

  @Test
  void otherDatasetsAddTheirBatches() throws IOException {
    var lines =
        IntStream.range(0, 20)
            .mapToObj(i -> "{\"text\": \"Text %d\", \"label\": \"%d\"}".formatted(i, i % 2))
            .toList();
    var content = AuxiliaryContent.read(Files.write(folder.resolve("classes.jsonl"), lines));
    assertThat(content.rows()).isEqualTo(20);
    assertThat(content.fitting()).containsExactly(LossSettings.Name.BATCH_HARD_TRIPLET);
    var whole = AuxiliaryChoice.usual(content);
    // 36 of 48 pairs are 5 batches of 8, 20 texts are 3.
    assertThat(session.runs().plan(SETTINGS, List.of(whole)).steps()).isEqualTo((5 + 3) * 2);
    var fifth = whole.withShare(.2);
    assertThat(session.runs().plan(SETTINGS, List.of(fifth)).steps()).isEqualTo(6 * 2);
    var much = session.runs().plan(SETTINGS, List.of(fifth, whole.withShare(.8)));
    assertThat(much.ready()).isFalse();
    assertThat(much.findings()).extracting(Problem::code).contains("training.auxiliary.shares");
    assertThatThrownBy(() -> whole.with(LossSettings.DEFAULT))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo("loss.misfit"));
  }

  @Test
  void aModelBehindAnAddressTakesAdapters() {
    var address =
        new RemoteAddress(
            RemoteAddress.SCHEMA,
            "http://127.0.0.1:9/v1",
            "far",
            "NONE",
            64,
            false,
            100,
            Prompts.NONE);
    var far = workbench.models().connect(address, "Far");
    session.runs().tune(far.id());
    assertThat(session.runs().base().models()).contains(far);
    assertThat(session.runs().recommendedRetrieval()).isEqualTo(RetrievalSettings.PLAIN);
    assertThat(session.model().maxTokens(Progress.none())).isEqualTo(100);
    try (var tokenizer = session.model().tokenizer(Progress.none())) {
      assertThat(tokenizer.count("one two three")).isEqualTo(3);
    }
    var whole = session.runs().plan(SETTINGS);
    assertThat(whole.ready()).isFalse();
    assertThat(whole.findings()).extracting(Problem::code).contains("encoder.remote.weights");
    assertThat(session.runs().plan(SETTINGS.with(Method.LINEAR_ADAPTER)).ready()).isTrue();
  }

  @Test
  void theBaseModelIsChosenAmongThoseThatAreKnown() {
    var before = session.runs().base();
    assertThat(before.chosen()).endsWith("tiny-bert");
    assertThat(before.usual()).isEqualTo(BaseModels.ENGLISH);
    assertThat(before.models())
        .extracting(ModelEntry::id)
        .containsExactly(before.chosen(), BaseModels.ENGLISH, BaseModels.CHINESE);
    session.runs().tune(BaseModels.CHINESE);
    assertThat(session.runs().base().chosen()).isEqualTo(BaseModels.CHINESE);
    assertThat(session.model().id()).isEqualTo(BaseModels.CHINESE);
  }

  @Test
  void aMethodThatDoesNotFitTheModelIsAFinding() {
    var settings =
        SETTINGS
            .with(Method.LINEAR_ADAPTER)
            .edit()
            .adapter(new AdapterSettings(AdapterSide.BOTH, 1024, 4096, true))
            .build();
    var plan = session.runs().plan(settings);
    assertThat(plan.ready()).isFalse();
    assertThat(plan.findings()).extracting(Problem::code).contains("training.adapter.dimension");
    assertThatThrownBy(() -> session.runs().freeze("r", settings, Progress.none()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("4,096");
    assertThat(session.runs().list()).isEmpty();
  }

  @Test
  void withoutValidationNothingStarts() {
    split(1, 0, 0);
    var plan = session.runs().plan(SETTINGS);
    assertThat(plan.ready()).isFalse();
    assertThat(plan.findings()).extracting(Problem::code).contains("workflow.data.noValidation");
    assertThatThrownBy(() -> session.runs().freeze("r", SETTINGS, Progress.none()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("validation");
    assertThat(session.runs().list()).isEmpty();
  }

  @Test
  void writingIsPlannedForPassagesWithoutQuestions() {
    assertThat(session.writing().plan(WriteQuestions.Writer.BUILT_IN, 2).passages()).isZero();
    session.review().undo();
    var plan = session.writing().plan(WriteQuestions.Writer.BUILT_IN, 2);
    assertThat(plan.passages()).isEqualTo(PAIRS);
    assertThat(plan.ready()).isTrue();
    assertThat(plan.tokens()).isZero();
    assertThat(session.writing().plan(WriteQuestions.Writer.LLM, 2).ready()).isFalse();
  }

  @Test
  void theFrozenDatasetIsNamedAfterTheProject() {
    split(.5, .25, .25);
    var run = session.runs().freeze("Run 1", SETTINGS, Progress.none());
    assertThat(run.configuration().name()).isEqualTo("Run 1");
    assertThat(run.configuration().dataset().name()).isEqualTo("Plant");
  }
}
