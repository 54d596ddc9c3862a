package dev.retune.ui.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.pair.PairRow;
import dev.retune.pair.ReviewStatus;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A hundred thousand pairs.
class ManyPairsTest {
  private static final int MANY = 100_000;

  @Test
  void rowsAreFoundByIdHoweverOftenTheyChange() {
    var sample = SamplePairs.of(MANY, SampleTexts.ENGLISH);
    var model = new PairsModel();
    model.load(sample.all(), PairFlags.of(sample.all()));
    var row = sample.row(70_000);
    model.refresh(List.of(row.id()), List.of(PairChange.withStatus(row, ReviewStatus.REJECTED)));
    assertThat(model.rows.find(row.id()).map(PairRow::status))
        .isEqualTo(Optional.of(ReviewStatus.REJECTED));
    model.filter.set(PairFilter.NONE.withSearch("torque (14000)"));
    assertThat(model.shown).extracting(PairRow::id).containsExactly(row.id());
    assertThat(model.shownIndex(row.id())).isZero();
    assertThat(model.shownIndex(sample.row(1).id())).isNegative();
  }
}
