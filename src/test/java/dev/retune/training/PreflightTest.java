package dev.retune.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.retune.dataset.ClassRow;
import dev.retune.dataset.DatasetInfo;
import dev.retune.dataset.PairRow;
import dev.retune.dataset.RetrievalSet;
import dev.retune.dataset.Row;
import dev.retune.dataset.Shape;
import dev.retune.dataset.Split;
import dev.retune.dataset.TrainingData;
import dev.retune.encoder.InputType;
import dev.retune.encoder.ModelFolder;
import dev.retune.task.Progress;
import dev.retune.training.loss.LossSettings;
import dev.retune.training.preflight.Finding;
import dev.retune.training.preflight.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A clean dataset gives no finding, and each planted fault its own.
class PreflightTest {
  private static final TrainingSettings SETTINGS =
      TinyRun.SETTINGS.edit().epochs(1).queryPrompt("").passagePrompt("").build();

  private final Map<String, String> corpus = new LinkedHashMap<>();
  private final Map<String, String> queries = new LinkedHashMap<>();
  private final List<Row> rows = new ArrayList<>();
  private final Map<String, String> asked = new LinkedHashMap<>();
  private final Map<String, Map<String, Double>> judged = new LinkedHashMap<>();
  private final Random random = new Random(3);
  private ModelFolder model = Fixtures.model();

  /// 45 passages; 60 training pairs on 20 of them, 50 validation questions on the others.
  @BeforeEach
  void clean() {
    for (var i = 0; i < 45; i++) {
      corpus.put("p" + i, words(14));
    }
    for (var i = 0; i < 60; i++) {
      pair("t" + i, words(8), "p" + i % 20);
    }
    for (var i = 0; i < 50; i++) {
      question("v" + i, words(8), "p" + (20 + i % 25));
    }
  }

  private String words(int count) {
    var words = new ArrayList<String>();
    for (var i = 0; i < count; i++) {
      words.add(TinyRun.WORDS.get(random.nextInt(TinyRun.WORDS.size())));
    }
    return String.join(" ", words);
  }

  private void pair(String query, String text, String passage) {
    queries.put(query, text);
    rows.add(new PairRow(query, passage, Split.TRAIN));
  }

  private void question(String query, String text, String passage) {
    asked.put(query, text);
    judged.put(query, Map.of(passage, 1.0));
  }

  private PreflightReport check(TrainingSettings settings) {
    return check(settings, List.of());
  }

  private PreflightReport check(TrainingSettings settings, List<AuxiliaryData> auxiliary) {
    queries.putAll(asked);
    var validation = new RetrievalSet(corpus, asked, judged);
    var data =
        new TrainingData(Shape.PAIRS, corpus, queries, rows, Map.of(Split.VALIDATION, validation));
    return Preflight.of(model, data, settings, auxiliary, List.of(), Progress.none());
  }

  /// The only finding there is.
  private <F extends Finding> F only(Class<F> type, TrainingSettings settings) {
    var findings = check(settings).findings();
    assertThat(findings).hasSize(1);
    assertThat(findings.getFirst()).isInstanceOf(type);
    var finding = type.cast(findings.getFirst());
    for (var locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
      assertThat(finding.problem().cause().in(locale)).isNotBlank().doesNotContain("{");
      assertThat(finding.problem().remedy().in(locale)).isNotBlank().doesNotContain("{");
    }
    return finding;
  }

  private <F extends Finding> F only(Class<F> type) {
    return only(type, SETTINGS);
  }

  @Test
  void otherDatasetsCountTooAndAreRefusedWhereTheyWouldBe() {
    var alone = check(SETTINGS).expected();
    var both = check(SETTINGS, List.of(classes(.5)));
    assertThat(both.findings()).isEmpty();
    var expected = both.expected();
    assertThat(alone).isNotNull();
    assertThat(expected).isNotNull();
    assertThat(expected.steps()).isEqualTo(2 * alone.steps());
    var refused = check(SETTINGS, List.of(classes(.5), classes(.5)));
    assertThat(refused.expected()).isNull();
    assertThat(refused.findings())
        .singleElement()
        .satisfies(
            finding -> assertThat(finding.problem().code()).isEqualTo("training.auxiliary.shares"));
  }

  /// Ids that are also ids of the pairs' passages.
  private static AuxiliaryData classes(double share) {
    var texts = new LinkedHashMap<String, String>();
    var kinds = new ArrayList<Row>();
    for (var i = 0; i < 40; i++) {
      texts.put("p" + i, "Text number %d of its kind.".formatted(i));
      kinds.add(new ClassRow("p" + i, "class " + i % 4, Split.TRAIN, null));
    }
    return new AuxiliaryData(
        new DatasetInfo("classes", Instant.EPOCH, "a test"),
        new TrainingData(Shape.CLASSES, texts, Map.of(), kinds, Map.of()),
        LossSettings.of(LossSettings.Name.BATCH_HARD_TRIPLET),
        share);
  }

  /// The only batch is of the one dataset or of the other, by the seed.
  @Test
  void aRunOfOneStepIsTriedWhicheverDatasetItLearnsFrom() {
    for (var seed = 1; seed <= 5; seed++) {
      var report = check(SETTINGS.edit().maxSteps(1).seed(seed).build(), List.of(classes(.5)));
      var expected = report.expected();
      assertThat(expected).isNotNull();
      assertThat(expected.steps()).isEqualTo(1);
    }
  }

  @Test
  void cleanDataGivesNothingButTimeAndMemory() {
    var report = check(SETTINGS);
    assertThat(report.findings()).isEmpty();
    assertThat(report.worst()).isEmpty();
    assertThat(report.pairs()).isEqualTo(60);
    assertThat(report.validationQuestions()).isEqualTo(50);
    var expected = report.expected();
    assertThat(expected).isNotNull();
    assertThat(expected.steps()).isEqualTo(60 / 8 + 1);
    assertThat(expected.seconds()).isPositive();
    assertThat(expected.trainedTokensPerSecond()).isPositive();
    assertThat(expected.embeddedTokensPerSecond()).isPositive();
    assertThat(expected.memoryMb()).isBetween(300L, 1500L);
  }

  @Test
  void textsThatAreCut() {
    corpus.put("p3", words(200));
    var finding = only(Finding.Truncated.class);
    assertThat(finding.side()).isEqualTo(InputType.PASSAGE);
    assertThat(finding.count()).isEqualTo(1);
    assertThat(finding.limit()).isEqualTo(model.maxTokens());
    assertThat(finding.longest()).isGreaterThan(200);
  }

  @Test
  void questionsOnBothSides() {
    var text = queries.getOrDefault("t7", "");
    question("v50", text.toUpperCase(Locale.ROOT) + "?", "p21");
    var finding = only(Finding.SharedQuestions.class);
    assertThat(finding.count()).isEqualTo(1);
    assertThat(finding.split()).isEqualTo(Split.VALIDATION);
    assertThat(finding.trained()).isEqualTo(text);
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void passagesOnBothSidesThatDifferInAWord() {
    var text = words(24);
    corpus.put("p3", text);
    corpus.put("p30", text + " more");
    var finding = only(Finding.SharedPassages.class);
    assertThat(finding.count()).isEqualTo(1);
    assertThat(finding.similarity()).isBetween(.9, .999);
    assertThat(finding.measured()).isEqualTo(text + " more");
  }

  @Test
  void pairsThatRepeat() {
    pair("again", queries.getOrDefault("t7", ""), "p7");
    assertThat(only(Finding.Repeated.class).count()).isEqualTo(1);
  }

  @Test
  void textsWithoutWords() {
    corpus.put("p44", "–");
    corpus.put("p43", "Index");
    var finding = only(Finding.Wordless.class);
    assertThat(finding.empty()).isEqualTo(1);
    assertThat(finding.oneWord()).isEqualTo(1);
    assertThat(finding.ids()).containsExactlyInAnyOrder("p43", "p44");
  }

  /// A random model finds nothing among many.
  @Test
  void passagesThatTheBaseDoesNotFind() {
    for (var i = 45; i < 400; i++) {
      corpus.put("p" + i, words(14));
    }
    var finding = only(Finding.Unranked.class);
    assertThat(finding.checked()).isEqualTo(60);
    assertThat(finding.passages()).isEqualTo(400);
    assertThat(finding.sampled()).isFalse();
    assertThat(finding.misses()).hasSizeBetween(20, 60);
    assertThat(finding.misses()).allSatisfy(miss -> assertThat(miss.rank()).isBetween(51, 400));
    assertThat(finding.misses().getFirst().rank())
        .isGreaterThanOrEqualTo(finding.misses().getLast().rank());
  }

  @Test
  void promptsThatAreMissing(@TempDir Path folder) throws IOException {
    var copy = folder.resolve("multilingual-e5-small");
    try (var files = Files.walk(model.path())) {
      for (var file : files.toList()) {
        Files.copy(file, copy.resolve(model.path().relativize(file).toString()));
      }
    }
    model = ModelFolder.read(copy);
    var findings = check(SETTINGS).findings();
    assertThat(findings)
        .containsExactlyInAnyOrder(
            new Finding.PromptMissing(InputType.QUERY, "query: "),
            new Finding.PromptMissing(InputType.PASSAGE, "passage: "));
  }

  @Test
  void promptsThatStandThereTwice() {
    queries.put("t7", "Ask: " + queries.getOrDefault("t7", ""));
    var finding = only(Finding.PromptDoubled.class, SETTINGS.edit().queryPrompt("Ask: ").build());
    assertThat(finding.count()).isEqualTo(1);
  }

  @Test
  void tooFewPairsForTheMethod() {
    var finding = only(Finding.FewPairs.class, SETTINGS.with(Method.LINEAR_ADAPTER));
    assertThat(finding).isEqualTo(new Finding.FewPairs("linear-adapter", 60, 100));
  }

  @Test
  void tooFewQuestions() {
    asked.keySet().removeIf(id -> id.length() == 3);
    judged.keySet().retainAll(asked.keySet());
    assertThat(only(Finding.FewQuestions.class).questions()).isEqualTo(10);
  }

  @Test
  void aBatchLargerThanTheData() {
    assertThat(only(Finding.LargeBatch.class, SETTINGS.edit().batchSize(64).build()))
        .isEqualTo(new Finding.LargeBatch(64, 60));
  }

  @Test
  void moreBatchesToAStepThanThereAre() {
    var settings = SETTINGS.edit().batchSize(16).build();
    assertThat(only(Finding.LargeAccumulation.class, settings.edit().accumulation(9).build()))
        .isEqualTo(new Finding.LargeAccumulation(9, 5));
    assertThat(check(settings.edit().accumulation(5).build()).findings())
        .noneMatch(Finding.LargeAccumulation.class::isInstance);
  }

  /// The same batches of an epoch, in fewer steps.
  @Test
  void severalBatchesToAStepTakeNoLessTime() {
    var settings = SETTINGS.edit().batchSize(16).build();
    var one = Objects.requireNonNull(check(settings).expected());
    var four = Objects.requireNonNull(check(settings.edit().accumulation(4).build()).expected());
    assertThat(four.steps()).isEqualTo(Math.ceilDiv(one.steps(), 4));
    assertThat(four.trainingSeconds() * four.trainedTokensPerSecond())
        .isCloseTo(one.trainingSeconds() * one.trainedTokensPerSecond(), withinPercentage(1e-6));
  }

  @Test
  void textsInAnotherLanguage() {
    corpus.replaceAll((id, _) -> "第%s号阀门在压力过高时打开，应每月检查并清洁一次。".repeat(3).formatted(id, id, id));
    var findings = check(SETTINGS).findings();
    assertThat(findings)
        .filteredOn(Finding.ForeignLanguage.class::isInstance)
        .singleElement()
        .satisfies(
            found -> assertThat(((Finding.ForeignLanguage) found).language()).isEqualTo("han"));
  }

  @Test
  void whatWouldBeRefused() {
    var settings =
        SETTINGS.edit().loss(LossSettings.of(LossSettings.Name.BATCH_HARD_TRIPLET)).build();
    var report = check(settings);
    assertThat(report.worst()).contains(Severity.BLOCKING);
    assertThat(report.expected()).isNull();
  }

  @Test
  void memoryBeyondTheMachine() {
    var machine = MemoryEstimate.machineMegabytes();
    assertThat(new MemoryEstimate(machine / 2).exceedsMachine()).isFalse();
    assertThat(new MemoryEstimate(machine).exceedsMachine()).isTrue();
    var finding = new Finding.LowMemory(2048, 1024);
    assertThat(finding.problem().cause().in(Locale.ENGLISH)).contains("2.0 GB").contains("1.0 GB");
  }
}
