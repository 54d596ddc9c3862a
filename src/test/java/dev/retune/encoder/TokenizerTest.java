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
  void textsStandOneBehindAnother() {
    var batch = tokenizer.encode(List.of("the oil", "spindle", "seal"), 24);
    assertThat(batch.ids()).containsExactly(2, 5, 6, 3, 2, 10, 3, 2, 7, 3);
    assertThat(batch.lengths()).containsExactly(4, 3, 3);
    assertThat(batch.firsts()).containsExactly(0, 4, 7);
    assertThat(batch.lasts()).containsExactly(3, 6, 9);
    assertThat(batch.runs()).containsExactly(1, 4, 2, 3);
  }

  @Test
  void positionsAreCountedInEachText() {
    var batch = tokenizer.encode(List.of("the oil", "spindle"), 24);
    assertThat(batch.places(-1)).containsExactly(0, 1, 2, 3, 0, 1, 2);
    assertThat(batch.places(1)).containsExactly(2, 3, 4, 5, 2, 3, 4);
    assertThat(batch.places(5)).containsExactly(6, 5, 7, 8, 6, 7, 8);
  }

  @Test
  void longTextsAreCutBeforeTheirLastSpecialToken() {
    var batch = tokenizer.encode(List.of("the oil seal of the main"), 5);
    assertThat(batch.ids()).containsExactly(2, 5, 6, 7, 3);
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
