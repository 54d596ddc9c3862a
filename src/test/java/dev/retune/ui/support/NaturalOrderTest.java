package dev.retune.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {

  @Test
  void numbersInTextsCountAsNumbers() {
    assertThat(
            Stream.of("page 12", "page 9", "Page 10", "page 1")
                .sorted(NaturalOrder.of(Locale.ENGLISH)))
        .containsExactly("page 1", "page 9", "Page 10", "page 12");
  }

  @Test
  void chineseByPronunciation() {
    assertThat(Stream.of("阀门", "泵", "密封").sorted(NaturalOrder.of(Locale.SIMPLIFIED_CHINESE)))
        .containsExactly("泵", "阀门", "密封"); // bèng, fá, mì
  }
}
