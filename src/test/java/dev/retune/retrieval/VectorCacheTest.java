package dev.retune.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retune.encoder.InputType;
import dev.retune.encoder.Similarity;
import dev.retune.encoder.Windows;
import dev.retune.task.Progress;
import dev.retune.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorCacheTest {
  @TempDir Path folder;

  private WordsEmbedder embedder(String fingerprint) {
    return new WordsEmbedder(Similarity.COSINE, fingerprint, List.of("pump", "oil"));
  }

  private float[][] embed(WordsEmbedder embedder, String... texts) {
    return new VectorCache(folder)
        .embed(embedder, List.of(texts), InputType.PASSAGE, Progress.none());
  }

  private List<Path> files() throws IOException {
    try (var walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void embedsEachTextOnce() {
    var first = embedder("f");
    assertThat(embed(first, "pump", "oil", "pump"))
        .isDeepEqualTo(new float[][] {{1, 0}, {0, 1}, {1, 0}});
    assertThat(first.embedded).containsExactly("pump", "oil");
    var second = embedder("f");
    assertThat(embed(second, "oil", "oil pump", "pump"))
        .isDeepEqualTo(new float[][] {{0, 1}, {1, 1}, {1, 0}});
    assertThat(second.embedded).containsExactly("oil pump");
    var third = embedder("f");
    embed(third, "oil pump", "oil");
    assertThat(third.embedded).isEmpty();
  }

  @Test
  void anotherModelOrSideHasItsOwnVectors() {
    embed(embedder("f"), "pump");
    var other = embedder("g");
    embed(other, "pump");
    assertThat(other.embedded).containsExactly("pump");
    new VectorCache(folder).embed(other, List.of("pump"), InputType.QUERY, Progress.none());
    assertThat(other.embedded).containsExactly("pump", "pump");
  }

  private float[][][] embed(WordsEmbedder embedder, Windows windows, String... texts) {
    return new VectorCache(folder)
        .embed(
            new VectorSource(embedder, InputType.PASSAGE, windows),
            List.of(texts),
            Progress.none());
  }

  @Test
  void windowsAreKeptTextByText() {
    var windows = new Windows(2, 1);
    var texts = new String[] {"oil", "a pump of oil", "pump", "oil", "on the pump"};
    var wanted =
        new float[][][] {{{0, 1}}, {{1, 0}, {1, 0}, {0, 1}}, {{1, 0}}, {{0, 1}}, {{0, 0}, {1, 0}}};
    assertThat(embed(embedder("f"), windows, texts)).isDeepEqualTo(wanted);
    var again = embedder("f");
    assertThat(embed(again, windows, texts)).isDeepEqualTo(wanted);
    assertThat(again.embedded).isEmpty();
    assertThat(embed(again, windows, "of oil a", "a pump of oil"))
        .isDeepEqualTo(new float[][][] {{{0, 1}, {0, 1}}, {{1, 0}, {1, 0}, {0, 1}}});
    assertThat(again.embedded).containsExactly("of oil", "oil a");
  }

  @Test
  void otherWindowsHaveTheirOwnVectors() {
    var embedder = embedder("f");
    assertThat(embed(embedder, "a pump of oil")).isDeepEqualTo(new float[][] {{1, 1}});
    assertThat(embed(embedder, new Windows(2, 2), "a pump of oil"))
        .isDeepEqualTo(new float[][][] {{{1, 0}, {0, 1}}});
    assertThat(embed(embedder, new Windows(3, 1), "a pump of oil"))
        .isDeepEqualTo(new float[][][] {{{1, 0}, {1, 1}}});
    assertThat(embedder.embedded).hasSize(5);
  }

  @Test
  void aDamagedFileIsComputedAgain() throws IOException {
    embed(embedder("f"), "pump", "oil");
    var file = files().getFirst();
    var whole = Files.readAllBytes(file);
    for (int position : new int[] {0, 4, 8, 12, 20, whole.length - 8, whole.length - 1}) {
      var damaged = whole.clone();
      damaged[position] ^= 0x10;
      Files.write(file, damaged);
      var again = embedder("f");
      assertThat(embed(again, "pump", "oil")).isDeepEqualTo(new float[][] {{1, 0}, {0, 1}});
      assertThat(again.embedded).containsExactly("pump", "oil");
      file = files().getFirst();
    }
    Files.write(file, new byte[3]);
    assertThat(embed(embedder("f"), "pump")).isDeepEqualTo(new float[][] {{1, 0}});
    assertThat(files()).doesNotContain(file);
  }

  @Test
  void whatWasReadyBeforeCancellingIsKept() {
    var texts = IntStream.range(0, 3000).mapToObj(i -> "pump " + i).toList();
    var progress = new CancelAfter(1024);
    var first = embedder("f");
    assertThatThrownBy(
            () -> new VectorCache(folder).embed(first, texts, InputType.PASSAGE, progress))
        .isInstanceOf(CancellationException.class);
    var second = embedder("f");
    assertThat(
            new VectorCache(folder).embed(second, texts, InputType.PASSAGE, Progress.none()).length)
        .isEqualTo(3000);
    assertThat(second.embedded).hasSize(3000 - 1024).startsWith("pump 1024");
  }

  @Test
  void progressCountsEveryText() {
    var progress = new CancelAfter(Long.MAX_VALUE);
    embed(embedder("f"), "oil");
    new VectorCache(folder)
        .embed(embedder("f"), List.of("oil", "pump", "oil", "pump"), InputType.PASSAGE, progress);
    assertThat(progress.done).isEqualTo(4);
    assertThat(progress.begun).as("stages").isEqualTo(1);
  }

  @Test
  void whereNothingCanBeKeptTheVectorsAreStillGood() throws IOException {
    var file = Files.writeString(folder.resolve("file"), "");
    var vectors =
        new VectorCache(file.resolve("below"))
            .embed(embedder("f"), List.of("oil"), InputType.PASSAGE, Progress.none());
    assertThat(vectors).isDeepEqualTo(new float[][] {{0, 1}});
  }

  @Test
  void aSearcherStartsFromIt() {
    var corpus = Map.of("a", "oil");
    new VectorSearcher(embedder("f"), corpus, new VectorCache(folder), Progress.none());
    var again = embedder("f");
    var searcher = new VectorSearcher(again, corpus, new VectorCache(folder), Progress.none());
    assertThat(again.embedded).isEmpty();
    assertThat(searcher.search("oil", 1)).containsExactly(new Hit("a", 1));
  }

  private static final class CancelAfter implements Progress {
    private final long limit;
    private long done;
    private int begun;

    CancelAfter(long limit) {
      this.limit = limit;
    }

    @Override
    public void begin(Text what, long total) {
      begun++;
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
