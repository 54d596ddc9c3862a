package dev.retune.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VerdictTest {

  @Test
  void onlyAnIntervalOnOneSideOfZeroDecides() {
    assertThat(Verdict.of(new Interval(.05, .01, .09), 100)).isEqualTo(Verdict.WIN);
    assertThat(Verdict.of(new Interval(.05, -.01, .11), 100)).isEqualTo(Verdict.MARGINAL);
    assertThat(Verdict.of(new Interval(.05, 0, .1), 100)).isEqualTo(Verdict.MARGINAL);
    assertThat(Verdict.of(new Interval(0, 0, 0), 100)).isEqualTo(Verdict.MARGINAL);
    assertThat(Verdict.of(new Interval(-.05, -.1, 0), 100)).isEqualTo(Verdict.MARGINAL);
    assertThat(Verdict.of(new Interval(-.05, -.09, -.01), 100)).isEqualTo(Verdict.REGRESSION);
  }

  @Test
  void aHandfulOfQuestionsProvesNothing() {
    assertThat(Verdict.of(new Interval(.5, .5, .5), 9)).isEqualTo(Verdict.MARGINAL);
    assertThat(Verdict.of(new Interval(.5, .5, .5), 10)).isEqualTo(Verdict.WIN);
  }
}
