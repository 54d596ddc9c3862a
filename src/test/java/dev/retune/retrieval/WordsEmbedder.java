package dev.retune.retrieval;

import dev.retune.encoder.Embedder;
import dev.retune.encoder.InputType;
import dev.retune.encoder.Similarity;
import dev.retune.encoder.Windows;
import dev.retune.task.Progress;
import dev.retune.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// An embedder whose vectors can be worked out by hand: one dimension a word, 1 where the text has
/// the word in it. A token is what stands between spaces.
final class WordsEmbedder implements Embedder {
  final List<String> embedded = new ArrayList<>();
  private final Similarity similarity;
  private final String fingerprint;
  private final List<String> words;

  WordsEmbedder(Similarity similarity, String... words) {
    this(similarity, "f0", List.of(words));
  }

  WordsEmbedder(Similarity similarity, String fingerprint, List<String> words) {
    this.similarity = similarity;
    this.fingerprint = fingerprint;
    this.words = words;
  }

  @Override
  public String name() {
    return "words";
  }

  @Override
  public String fingerprint() {
    return fingerprint;
  }

  @Override
  public int dimension() {
    return words.size();
  }

  @Override
  public int maxTokens() {
    return 5;
  }

  @Override
  public Similarity similarity() {
    return similarity;
  }

  @Override
  public float[][] embed(List<String> texts, InputType type, Progress progress) {
    progress.begin(Text.of(VectorSearcher.class, "search"), texts.size());
    progress.checkCancelled();
    embedded.addAll(texts);
    progress.advance(texts.size());
    return texts.stream().map(this::vector).toArray(float[][]::new);
  }

  @Override
  public float[][][] embed(List<String> texts, InputType type, Windows windows, Progress progress) {
    return texts.stream()
        .map(text -> {
          var tokens = List.of(text.split(" "));
          var parts = new ArrayList<String>();
          for (int i = 0; i < windows.count(tokens.size(), 0); i++) {
            int from = i * windows.step();
            int to = Math.min(tokens.size(), from + windows.size());
            parts.add(String.join(" ", tokens.subList(from, to)));
          }
          return embed(parts, type, new OneStage(progress));
        })
        .toArray(float[][][]::new);
  }

  private float[] vector(String text) {
    var vector = new float[words.size()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = text.toLowerCase(Locale.ROOT).contains(words.get(i)) ? 1 : 0;
    }
    return vector;
  }

  @Override
  public int[] tokenCounts(List<String> texts, InputType type) {
    return texts.stream().mapToInt(text -> text.split(" ").length).toArray();
  }

  @Override
  public void close() {}
}
