package dev.retune.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TokenizerTest {
  private final Tokenizer tokenizer = Tokenizer.open(ModelFolder.read(Fixtures.BERT));

  @AfterEach
  void close() {
    tokenizer.close();
  }

  @Test
  void shortTextsArePaddedToTheLongest() {
    var batch = tokenizer.encode(List.of("the oil", "spindle"), 24);
    assertThat(batch.ids()).isDeepEqualTo(new long[][] {{2, 5, 6, 3}, {2, 10, 3, 0}});
    assertThat(batch.mask()).isDeepEqualTo(new long[][] {{1, 1, 1, 1}, {1, 1, 1, 0}});
    assertThat(batch.size()).isEqualTo(2);
    assertThat(batch.length()).isEqualTo(4);
  }

  @Test
  void longTextsAreCutBeforeTheirLastSpecialToken() {
    var batch = tokenizer.encode(List.of("the oil seal of the main"), 5);
    assertThat(batch.ids()).isDeepEqualTo(new long[][] {{2, 5, 6, 7, 3}});
  }

  @Test
  void countingLeavesOutSpecialTokens() {
    assertThat(tokenizer.count("the oil seal, then")).isEqualTo(5);
    assertThat(tokenizer.count("")).isZero();
    assertThat(tokenizer.count("oil ".repeat(1000))).isEqualTo(1000);
  }

  @Test
  void oddCharactersAreTokens() {
    assertThat(tokenizer.count("oil \uD83D\uDE00 seal")).isEqualTo(3);
    assertThat(tokenizer.count("oil \uD83D seal \u0000")).isPositive();
  }
}
