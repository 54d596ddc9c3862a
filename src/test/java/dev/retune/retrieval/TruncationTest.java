package dev.retune.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.dataset.RetrievalSet;
import dev.retune.encoder.Similarity;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TruncationTest {
  @Test
  void countsTextsBeyondTheLimitOfFiveTokens() {
    var set =
        new RetrievalSet(
            Map.of("a", "1 2 3 4 5", "b", "1 2 3 4 5 6", "c", "1"),
            Map.of("q", "1 2 3 4 5 6 7"),
            Map.of());
    var truncation = Truncation.of(new WordsEmbedder(Similarity.COSINE), set);
    assertThat(truncation).isEqualTo(new Truncation(1, 3, 1, 1));
    assertThat(truncation.byWindows()).isEqualTo(new Truncation(1, 3, 1, 0));
    assertThat(truncation.share()).isEqualTo(.5);
    assertThat(truncation.passageShare()).isEqualTo(1 / 3.0);
  }
}
