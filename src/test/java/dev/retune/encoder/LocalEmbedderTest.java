package dev.retune.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.retune.task.Progress;
import dev.retune.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LocalEmbedderTest {
  private final ModelFolder folder = ModelFolder.read(Fixtures.BERT);

  @Test
  void theOrderIsKeptWhateverTheLengths() {
    var texts = IntStream.range(0, 100).mapToObj(i -> "oil ".repeat(i * 7 % 20) + "seal").toList();
    try (var embedder = LocalEmbedder.open(folder)) {
      var together = embedder.embed(texts, InputType.PASSAGE, Progress.none());
      for (int i = 0; i < texts.size(); i += 9) {
        var alone = embedder.embed(List.of(texts.get(i)), InputType.PASSAGE, Progress.none())[0];
        assertThat(together[i]).containsExactly(alone, within(1e-6f));
      }
    }
  }

  @Test
  void promptsStandBeforeTheText() {
    try (var embedder = LocalEmbedder.open(folder);
        var bare = LocalEmbedder.open(folder, EmbedOptions.defaults().withPrompts(Prompts.NONE))) {
      var asked = embedder.embed(List.of("oil seal"), InputType.QUERY, Progress.none());
      var spelled = bare.embed(List.of("check the oil seal"), InputType.QUERY, Progress.none());
      assertThat(asked).isDeepEqualTo(spelled);
      assertThat(embedder.tokenCounts(List.of("oil seal"), InputType.QUERY)).containsExactly(6);
      assertThat(bare.tokenCounts(List.of("oil seal"), InputType.QUERY)).containsExactly(4);
      assertThat(bare.fingerprint()).isNotEqualTo(embedder.fingerprint());
      assertThat(embedder.fingerprint()).isEqualTo(folder.fingerprint());
    }
  }

  @Test
  void bfloat16IsNearAndHasAFingerprintOfItsOwn() {
    var options = EmbedOptions.defaults().withPrecision(Precision.BF16);
    var texts = List.of("oil the pump every week", "replace the filter after a year");
    try (var exact = LocalEmbedder.open(folder);
        var rounded = LocalEmbedder.open(folder, options)) {
      var one = exact.embed(texts, InputType.PASSAGE, Progress.none());
      var other = rounded.embed(texts, InputType.PASSAGE, Progress.none());
      for (int i = 0; i < one.length; i++) {
        assertThat(other[i]).isNotEqualTo(one[i]).containsExactly(one[i], within(.03f));
      }
      assertThat(rounded.fingerprint()).isNotEqualTo(exact.fingerprint());
    }
  }

  @Test
  void countsAreUntruncated() {
    try (var embedder = LocalEmbedder.open(folder)) {
      assertThat(embedder.tokenCounts(List.of("oil ".repeat(100)), InputType.PASSAGE))
          .containsExactly(102);
    }
  }

  @Test
  void anOtherLimitCutsEarlier() {
    var options = EmbedOptions.defaults().withMaxTokens(4);
    try (var embedder = LocalEmbedder.open(folder, options)) {
      assertThat(embedder.maxTokens()).isEqualTo(4);
      assertThat(embedder.embed(List.of("oil seal of"), InputType.PASSAGE, Progress.none()))
          .isDeepEqualTo(
              embedder.embed(List.of("oil seal the"), InputType.PASSAGE, Progress.none()));
    }
  }

  @Test
  void nothingGivesNothing() {
    try (var embedder = LocalEmbedder.open(folder)) {
      assertThat(embedder.embed(List.of(), InputType.PASSAGE, Progress.none())).isEmpty();
    }
  }

  @Test
  void cancellingStopsBetweenBatches() {
    var counting = new Counting(64);
    var texts = IntStream.range(0, 500).mapToObj(i -> "oil " + i).toList();
    try (var embedder = LocalEmbedder.open(folder)) {
      assertThatThrownBy(() -> embedder.embed(texts, InputType.PASSAGE, counting))
          .isInstanceOf(CancellationException.class);
      assertThat(counting.done).isBetween(64L, 128L);
      assertThat(counting.stages).containsExactly("Embedding 500 texts");
    }
  }

  @Test
  void windowsKeepTheOrderAndCountTexts() {
    var counting = new Counting(Long.MAX_VALUE);
    var windows = new Windows(8, 4);
    var texts = IntStream.range(0, 100).mapToObj(i -> "oil ".repeat(i * 7 % 20) + "seal").toList();
    try (var embedder = LocalEmbedder.open(folder)) {
      var together = embedder.embed(texts, InputType.PASSAGE, windows, counting);
      assertThat(counting.done).isEqualTo(100);
      for (int i = 0; i < texts.size(); i += 9) {
        assertThat(together[i]).hasNumberOfRows(windows.count(i * 7 % 20 + 1, 2));
        var first = embedder.embed(List.of(firstSix(i * 7 % 20)), InputType.PASSAGE, counting)[0];
        assertThat(together[i][0]).containsExactly(first, within(1e-6f));
      }
    }
  }

  private static String firstSix(int oils) {
    return "oil ".repeat(Math.min(6, oils)) + (oils < 6 ? "seal" : "");
  }

  @Test
  void cancellingStopsBetweenBatchesOfWindows() {
    var counting = new Counting(64);
    var texts = IntStream.range(0, 500).mapToObj(i -> "oil ".repeat(9) + i).toList();
    try (var embedder = LocalEmbedder.open(folder)) {
      assertThatThrownBy(
              () -> embedder.embed(texts, InputType.PASSAGE, new Windows(6, 4), counting))
          .isInstanceOf(CancellationException.class);
      assertThat(counting.done).isBetween(64L, 128L);
    }
  }

  private static final class Counting implements Progress {
    private final long limit;
    private final List<String> stages = new ArrayList<>();
    private long done;

    Counting(long limit) {
      this.limit = limit;
    }

    @Override
    public void begin(Text what, long total) {
      stages.add(what.toString());
    }

    @Override
    public void advance(long units) {
      done += units;
    }

    @Override
    public boolean cancelled() {
      return done >= limit;
    }
  }
}
