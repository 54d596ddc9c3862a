package dev.retune.ui.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AxisRangeTest {

  @Test
  void aSmallDifferenceIsNotBlownUp() {
    var range = AxisRange.around(.513, .528, .1);
    assertThat(range.upper() - range.lower()).isBetween(.1, .16);
    assertThat(range.lower()).isLessThan(.513);
    assertThat(range.upper()).isGreaterThan(.528);
    assertThat(range.decimals()).isEqualTo(2);
  }

  @Test
  void boundsAreRoundAndHoldAllValues() {
    var range = AxisRange.around(.031, 4.27, 0);
    assertThat(range).isEqualTo(new AxisRange(0, 5, 1));
    assertThat(AxisRange.around(.101, .109, 0).decimals()).isEqualTo(3);
  }

  @Test
  void oneValueHasARangeToo() {
    var range = AxisRange.around(0, 0, .1);
    assertThat(range.lower()).isZero();
    assertThat(range.upper()).isCloseTo(.1, within(1e-9));
    assertThat(AxisRange.around(2.5, 2.5, 0).upper()).isGreaterThanOrEqualTo(2.5);
  }
}
