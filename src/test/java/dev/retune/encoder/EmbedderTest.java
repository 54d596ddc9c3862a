package dev.retune.encoder;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retune.task.Progress;
import dev.retune.text.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmbedderTest {

  @Test
  void anEmbedderThatDoesNotSeeTokensSaysThatItHasNoWindows() {
    try (var remote = new Remote()) {
      assertThatThrownBy(() ->
              remote.embed(
                  List.of("text"), InputType.PASSAGE, Windows.RECOMMENDED, Progress.none()))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("far-away");
    }
  }

  private static final class Remote implements Embedder {
    @Override
    public String name() {
      return "far-away";
    }

    @Override
    public String fingerprint() {
      return "f";
    }

    @Override
    public int dimension() {
      return 1;
    }

    @Override
    public int maxTokens() {
      return 1;
    }

    @Override
    public Similarity similarity() {
      return Similarity.COSINE;
    }

    @Override
    public float[][] embed(List<String> texts, InputType type, Progress progress) {
      return new float[texts.size()][1];
    }

    @Override
    public int[] tokenCounts(List<String> texts, InputType type) {
      return new int[texts.size()];
    }

    @Override
    public void close() {}
  }
}
