package dev.retune.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.training.loss.LossSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchPlanTest {
  private static final TrainingSettings SETTINGS =
      TrainingSettings.recommended().edit().batchSize(10).epochs(2).noDuplicates(false).build();

  @Test
  void aPlainEpochHoldsEveryPairOnceAndTheNextInAnotherOrder() {
    var plan = BatchPlan.of(pairs(668, 668), SETTINGS, null);
    assertThat(plan.stepsPerEpoch()).isEqualTo(67);
    assertThat(plan.totalSteps()).isEqualTo(134);
    assertThat(indices(plan, 1, 67)).containsExactlyInAnyOrderElementsOf(range(668));
    assertThat(indices(plan, 68, 134)).containsExactlyInAnyOrderElementsOf(range(668));
    assertThat(indices(plan, 1, 67)).isNotEqualTo(indices(plan, 68, 134));
    assertThat(plan.batch(67)).hasSize(8);
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

  private static Conflicts conflicts(List<Example> pairs, Map<String, Set<String>> positives) {
    var texts = new HashMap<String, String>();
    pairs.forEach(pair -> {
      texts.put(pair.first(), pair.first());
      texts.put(pair.others().getFirst(), pair.others().getFirst());
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
      IntStream.of(plan.batch(step)).forEach(all::add);
    }
    return all;
  }

  private static List<Integer> range(int count) {
    return IntStream.range(0, count).boxed().toList();
  }
}
