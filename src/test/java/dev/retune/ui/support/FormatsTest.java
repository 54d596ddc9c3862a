package dev.retune.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FormatsTest {
  private final Formats english = new Formats(Locale.ENGLISH, ZoneOffset.UTC);
  private final Formats chinese = new Formats(Locale.SIMPLIFIED_CHINESE, ZoneOffset.UTC);

  @Test
  void timesInWords() {
    assertThat(english.duration(Duration.ofMillis(10))).isEqualTo("1 s");
    assertThat(english.duration(Duration.ofSeconds(43))).isEqualTo("40 s");
    assertThat(english.remaining(Duration.ofSeconds(370))).isEqualTo("about 6 min left");
    assertThat(english.duration(Duration.ofMinutes(130))).isEqualTo("2 h 10 min");
    assertThat(english.duration(Duration.ofMinutes(120))).isEqualTo("2 h");
    assertThat(chinese.remaining(Duration.ofMinutes(6))).isEqualTo("约剩 6 分钟");
  }

  @Test
  void figuresOfSentencesAndTables() {
    assertThat(english.percent(.4286)).isEqualTo("43%");
    assertThat(english.score(.754)).isEqualTo("0.7540");
    assertThat(english.delta(.0957)).isEqualTo("+0.0957");
    assertThat(english.delta(-.0121)).isEqualTo("−0.0121");
    assertThat(english.delta(-.00001)).isEqualTo("±0.0000");
    assertThat(english.count(12_345)).isEqualTo("12,345");
  }

  @Test
  void sizes() {
    assertThat(english.bytes(999)).isEqualTo("999 B");
    assertThat(english.bytes(1_240)).isEqualTo("1.2 kB");
    assertThat(english.bytes(133_466_304)).isEqualTo("133 MB");
    assertThat(english.bytes(2_500_000_000L)).isEqualTo("2.5 GB");
  }

  @Test
  void theTimeTodayAndTheDayBefore() {
    var today = LocalDate.of(2026, 11, 20);
    assertThat(english.when(Instant.parse("2026-11-20T09:05:00Z"), today)).isEqualTo("09:05");
    assertThat(english.when(Instant.parse("2026-11-19T09:05:00Z"), today))
        .isEqualTo("Nov 19, 2026");
    assertThat(chinese.when(Instant.parse("2026-11-19T09:05:00Z"), today)).isEqualTo("2026年11月19日");
  }
}
