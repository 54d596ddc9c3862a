package dev.retune.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NegativesTest {
  private static final Example ROW = Example.pair("q", "p", List.of("a", "b", "c", "d"));

  @Test
  void allAreTakenUnlessFewerAreWanted() {
    assertThat(new Negatives(NegativeSettings.ALL).of(ROW, 1)).isEqualTo(ROW);
    assertThat(new Negatives(new NegativeSettings(4, true)).of(ROW, 1)).isEqualTo(ROW);
  }

  @Test
  void theFirstAreTakenWhereNoneAreDrawn() {
    var negatives = new Negatives(new NegativeSettings(2, false));
    assertThat(negatives.of(ROW, 1).others()).containsExactly("p", "a", "b");
    assertThat(negatives.of(ROW, 2)).isEqualTo(negatives.of(ROW, 1));
  }

  @Test
  void drawnOnesDifferFromStepToStepAndComeAllToTheirTurn() {
    var negatives = new Negatives(new NegativeSettings(2, true));
    var seen = new HashSet<List<String>>();
    for (var seed = 0L; seed < 100; seed++) {
      var row = negatives.of(ROW, Derived.mix(seed));
      assertThat(row).isEqualTo(negatives.of(ROW, Derived.mix(seed)));
      assertThat(row.others()).hasSize(3).startsWith("p").doesNotHaveDuplicates();
      seen.add(row.others());
    }
    assertThat(seen).hasSize(6);
  }

  @Test
  void aTeachersScoresGoWithTheirPassages() {
    var taught = new Example(ROW.texts(), List.of(9.0, 1.0, 2.0, 3.0, 4.0), 1, Set.of("x"));
    var negatives = new Negatives(new NegativeSettings(1, true));
    for (var seed = 0L; seed < 20; seed++) {
      var row = negatives.of(taught, Derived.mix(seed));
      var index = "abcd".indexOf(row.others().getLast());
      assertThat(row.targets()).containsExactly(9.0, index + 1.0);
      assertThat(row.right()).containsExactly("x");
    }
  }
}
