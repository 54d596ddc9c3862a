package dev.retune.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import dev.retune.training.loss.LossSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchPlanTest {
  private static final TrainingSettings SETTINGS =
      TrainingSettings.recommended().edit().batchSize(10).epochs(2).noDuplicates(false).build();

  @Test
  void batchesGoTogetherIntoStepsAndNoStepGoesAcrossEpochs() {
    var settings = SETTINGS.edit().epochs(2).build();
    var two = settings.edit().accumulation(2).build();
    var plan = BatchPlan.of(pairs(48, 48), two, null);
    assertThat(plan.steps()).extracting(List::size).containsExactly(2, 2, 1, 2, 2, 1);
    assertThat(plan.stepsPerEpoch()).isEqualTo(3);
    assertThat(plan.epoch(3)).isEqualTo(1);
    assertThat(plan.batchesPerStep()).isEqualTo(10.0 / 6);
    assertThat(plan.batches())
        .containsExactlyElementsOf(BatchPlan.of(pairs(48, 48), settings, null).batches());
    var most = settings.edit().accumulation(Integer.MAX_VALUE).build();
    assertThat(BatchPlan.of(pairs(48, 48), most, null).steps())
        .extracting(List::size)
        .containsExactly(5, 5);
    var four = BatchPlan.of(pairs(48, 48), two.edit().maxSteps(4).build(), null);
    assertThat(four.totalSteps()).isEqualTo(4);
    assertThat(four.batches()).hasSize(7);
  }

  @Test
  void aPlainEpochHoldsEveryPairOnceAndTheNextInAnotherOrder() {
    var plan = BatchPlan.of(pairs(668, 668), SETTINGS, null);
    assertThat(plan.stepsPerEpoch()).isEqualTo(67);
    assertThat(plan.totalSteps()).isEqualTo(134);
    assertThat(indices(plan, 1, 67)).containsExactlyInAnyOrderElementsOf(range(668));
    assertThat(indices(plan, 68, 134)).containsExactlyInAnyOrderElementsOf(range(668));
    assertThat(indices(plan, 1, 67)).isNotEqualTo(indices(plan, 68, 134));
    assertThat(plan.step(67).getFirst()).hasSize(8);
  }

  @Test
  void theSameSeedGivesTheSamePlanAndAnotherSeedAnother() {
    var one = indices(BatchPlan.of(pairs(50, 50), SETTINGS, null), 1, 10);
    assertThat(indices(BatchPlan.of(pairs(50, 50), SETTINGS, null), 1, 10)).isEqualTo(one);
    var other = SETTINGS.edit().seed(43).build();
    assertThat(indices(BatchPlan.of(pairs(50, 50), other, null), 1, 10)).isNotEqualTo(one);
  }

  @Test
  void aLastBatchIsDroppedWhereAsked() {
    var plan = BatchPlan.of(pairs(25, 25), SETTINGS.edit().dropLast(true).build(), null);
    assertThat(plan.batches()).hasSize(4).allMatch(batch -> batch.length == 10);
  }

  @Test
  void aBatchOfOneTeachesNothingAndIsLeftOut() {
    assertThat(BatchPlan.of(pairs(21, 21), SETTINGS, null).stepsPerEpoch()).isEqualTo(2);
  }

  @Test
  void maxStepsBoundsTheRun() {
    var plan = BatchPlan.of(pairs(100, 100), SETTINGS.edit().maxSteps(3).build(), null);
    assertThat(plan.totalSteps()).isEqualTo(3);
    assertThat(plan.stepsPerEpoch()).isEqualTo(10);
  }

  @Test
  void evaluationsByEpochsComeAtTheirEndsHoweverManyBatchesTheyHave() {
    var batches = IntStream.range(0, 31).mapToObj(i -> new int[] {i, i + 1}).toList();
    var epochs = List.of(batches.subList(0, 10), batches.subList(10, 21), batches.subList(21, 31));
    var plan = BatchPlan.ofEpochs(epochs, SETTINGS);
    var load = new TokenLoad(0, 0, 0, 1);
    var settings = EvaluationSettings.DEFAULT;
    var cut = SETTINGS.edit().maxSteps(15).build();
    assertThat(settings.everyEpochs(1).steps(plan, load)).containsExactly(10, 21, 31);
    assertThat(settings.everyEpochs(2).steps(plan, load)).containsExactly(21, 31);
    assertThat(settings.everyEpochs(1).steps(BatchPlan.ofEpochs(epochs, cut), load))
        .containsExactly(10, 15);
    assertThat(settings.everySteps(12).steps(plan, load)).containsExactly(12, 24, 31);
    assertThat(settings.steps(plan, load)).hasSize(8).contains(4, 8).endsWith(31);
  }

  @Test
  void textsOfAClassStandTogetherWhereTheLossComparesClasses() {
    var settings =
        SETTINGS
            .edit()
            .batchSize(4)
            .loss(LossSettings.of(LossSettings.Name.BATCH_HARD_TRIPLET))
            .build();
    var texts =
        IntStream.range(0, 40)
            .mapToObj(
                i -> new Example(List.of(TextKey.passage("p" + i)), List.of((double) (i / 2)), 1))
            .toList();
    var plan = BatchPlan.of(texts, settings, null);
    assertThat(indices(plan, 1, 10)).containsExactlyInAnyOrderElementsOf(range(40));
    for (var batch : plan.batches()) {
      for (var index : batch) {
        assertThat(IntStream.of(batch)).as("the partner of %d", index).contains(index ^ 1);
      }
    }
  }

  @Test
  void noPassageTwiceInABatchWhenTwoQueriesShareEach() {
    var pairs = pairs(60, 30);
    var plan = BatchPlan.of(pairs, SETTINGS, conflicts(pairs, Map.of()));
    assertThat(indices(plan, 1, plan.stepsPerEpoch()))
        .as("at most one pair finds no partner at the end of an epoch")
        .hasSizeBetween(59, 60)
        .doesNotHaveDuplicates();
    assertThat(plan.batches())
        .allSatisfy(batch ->
            assertThat(IntStream.of(batch).mapToObj(i -> pairs.get(i).others().getFirst()))
                .doesNotHaveDuplicates());
  }

  @Test
  void equalTextsUnderDifferentIdsAreDuplicatesToo() {
    var pairs = List.of(pair("q1", "p1"), pair("q2", "p2"), pair("q3", "p3"));
    var queries = Map.of("q1", "How long?", "q2", "how  long? ", "q3", "How wide?");
    var corpus = Map.of("p1", "Three.", "p2", "Four.", "p3", "Five.");
    var batch = new Conflicts(pairs, queries, corpus, Map.of()).emptyBatch();
    assertThat(batch.accept(0)).isTrue();
    assertThat(batch.accept(1)).isFalse();
    assertThat(batch.accept(2)).isTrue();
  }

  @Test
  void anotherAnswerToAQueryOfTheBatchIsKeptOutInEitherOrder() {
    var pairs = List.of(pair("q1", "p1"), pair("q2", "p2"));
    var texts = Map.of("q1", "q1", "q2", "q2", "p1", "p1", "p2", "p2");
    var conflicts = new Conflicts(pairs, texts, texts, Map.of("q1", Set.of("p1", "p2")));
    var batch = conflicts.emptyBatch();
    assertThat(batch.accept(0)).isTrue();
    assertThat(batch.accept(1)).isFalse();
    var reversed = conflicts.emptyBatch();
    assertThat(reversed.accept(1)).isTrue();
    assertThat(reversed.accept(0)).isFalse();
  }

  @Test
  void aHardNegativeThatAnswersAnotherQueryOfTheBatchIsKeptOut() {
    var pairs =
        List.of(Example.pair("q1", "p1", List.of("p2")), pair("q2", "p2"), pair("q3", "p3"));
    var batch = conflicts(pairs, Map.of()).emptyBatch();
    assertThat(batch.accept(0)).isTrue();
    assertThat(batch.accept(1)).isFalse();
    assertThat(batch.accept(2)).isTrue();
  }

  @Test
  void whatGetsAlongWithNoneStandsTogetherAndIsMarked() {
    var pairs = pairs(9, 1);
    var conflicts = conflicts(pairs, Map.of());
    var plan = BatchPlan.of(pairs, SETTINGS, conflicts);
    assertThat(plan.stepsPerEpoch()).isEqualTo(1);
    assertThat(plan.step(1).getFirst()).hasSize(9);
    assertThat(conflicts.marked()).allMatch(pair -> pair.right().equals(Set.of("p0")));
    try (var manager = NDManager.newBaseManager()) {
      var excluded = BatchTexts.of(conflicts.marked()).excluded(manager);
      assertThat(excluded).isNotNull();
      assertThat(excluded.toFloatArray())
          .as("all but the own passage")
          .containsExactly(excluded.onesLike().sub(manager.eye(9)).toFloatArray());
      assertThat(BatchTexts.of(List.of(pair("q1", "p1"), pair("q2", "p2"))).excluded(manager))
          .isNull();
    }
  }

  @Test
  void aHardNegativeThatIsRightDoesNotCount() {
    var pairs = List.of(Example.pair("q1", "p1", List.of("p2", "p3")), pair("q2", "p4"));
    var marked = conflicts(pairs, Map.of("q1", Set.of("p1", "p3"))).marked();
    try (var manager = NDManager.newBaseManager()) {
      var excluded = BatchTexts.of(marked).excluded(manager);
      assertThat(excluded).isNotNull();
      // Candidates: p1 p4 | p2 · | p3 ·, where · repeats.
      assertThat(excluded.toFloatArray()).containsExactly(0, 0, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1);
    }
  }

  @Test
  void nearDuplicatesAndNeighboursThatOverlapAreKeptApart() {
    var seam = "Then turn the shaft by hand twice before the pump starts. ";
    var texts =
        Map.of(
            "p1", "The gland is packed with five rings of graphite yarn. " + seam,
            "p2", seam + "A cold pump is warmed for an hour.",
            "p3", "The gland is packed with five rings of graphite yarn; " + seam + "Always!",
            "p4", "Cut the yarn on a mandrel, at an angle, one ring at a time.",
            "p5", "润滑油每三个月更换一次，更换之前要把旧油放干净。",
            "p6", "更换之前要把旧油放干净。然后清洗滤网，再加入新油到标记处。",
            "p7", "电机运行时不得打开护罩，以免受伤。");
    assertThat(alike(texts, "p1")).containsExactlyInAnyOrder("p2", "p3");
    assertThat(alike(texts, "p2")).containsExactly("p1");
    assertThat(alike(texts, "p4")).isEmpty();
    assertThat(alike(texts, "p5")).containsExactly("p6");
    assertThat(alike(texts, "p7")).isEmpty();

    var pairs = texts.keySet().stream().sorted().map(id -> pair("q" + id, id)).toList();
    var queries = texts.keySet().stream().collect(Collectors.toMap(id -> "q" + id, id -> id));
    var batch = new Conflicts(pairs, queries, texts, Map.of()).emptyBatch();
    assertThat(IntStream.range(0, 7).filter(batch::accept)).containsExactly(0, 3, 4, 6);
  }

  private static List<String> alike(Map<String, String> texts, String id) {
    var like = Likeness.of(texts.values()).getOrDefault(texts.get(id), Set.of());
    return texts.keySet().stream().filter(other -> like.contains(texts.get(other))).toList();
  }

  private static Conflicts conflicts(List<Example> pairs, Map<String, Set<String>> positives) {
    var texts = new HashMap<String, String>();
    pairs.forEach(pair -> {
      texts.put(pair.first(), pair.first());
      pair.others().forEach(id -> texts.put(id, id));
    });
    return new Conflicts(pairs, texts, texts, positives);
  }

  private static List<Example> pairs(int count, int passages) {
    return IntStream.range(0, count).mapToObj(i -> pair("q" + i, "p" + i % passages)).toList();
  }

  private static Example pair(String query, String passage) {
    return Example.pair(query, passage, List.of());
  }

  private static List<Integer> indices(BatchPlan plan, int first, int last) {
    var all = new ArrayList<Integer>();
    for (var step = first; step <= last; step++) {
      IntStream.of(plan.step(step).getFirst()).forEach(all::add);
    }
    return all;
  }

  private static List<Integer> range(int count) {
    return IntStream.range(0, count).boxed().toList();
  }
}
