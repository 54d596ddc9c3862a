package dev.retune.pair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.dataset.Split;
import dev.retune.task.Progress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairImportTest {
  @TempDir Path folder;

  @Test
  void reviewedQuestionsKeepTheirSplitAndComeOnce() {
    try (var fixture = new PairFixture(folder.resolve("p"))) {
      var chunks = fixture.document("pump.pdf", List.of("Oil it.", "Turn it.", "Stop it."));
      var questions =
          List.of(
              new ReviewedPair("How oiled?", chunks.subList(0, 2), 3, Split.TEST, "Oil it."),
              new ReviewedPair("How stopped?", chunks.subList(2, 3), 2, Split.TRAIN, null));
      var pairs = new PairImport(fixture.store(), "Ana", fixture.clock);
      var action = pairs.addReviewed(questions, Progress.none());
      assertThat(action.pairs()).hasSize(3);
      var rows = fixture.store().rows();
      assertThat(rows)
          .extracting(PairRow::question, PairRow::split, PairRow::status, PairRow::origin)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(
                  "How oiled?", Split.TEST, ReviewStatus.ACCEPTED, Origin.PERSON),
              org.assertj.core.groups.Tuple.tuple(
                  "How oiled?", Split.TEST, ReviewStatus.ACCEPTED, Origin.PERSON),
              org.assertj.core.groups.Tuple.tuple(
                  "How stopped?", Split.TRAIN, ReviewStatus.ACCEPTED, Origin.PERSON));
      assertThat(rows.get(0).queryId()).isEqualTo(rows.get(1).queryId());
      assertThat(rows.get(0).answer()).isEqualTo("Oil it.");
      assertThat(fixture.store().judgement(rows.getFirst().id()).orElseThrow().reviewer())
          .isEqualTo("Ana");
      assertThat(pairs.addReviewed(questions, Progress.none()).pairs()).isEmpty();
      assertThat(fixture.store().rows()).isEqualTo(rows);
      fixture.review().undo();
      assertThat(fixture.store().rows()).isEmpty();
      assertThat(fixture.review().canUndo()).isFalse();
    }
  }
}
