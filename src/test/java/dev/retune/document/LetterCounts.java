package dev.retune.document;

import dev.retune.encoder.Embedder;
import dev.retune.encoder.InputType;
import dev.retune.encoder.Similarity;
import dev.retune.task.Progress;
import java.util.List;

/// Embeds texts by how many letters of each kind they have, as `make_semantic.py` does.
final class LetterCounts implements Embedder {
  private static final int SIZE = 32;

  @Override
  public float[][] embed(List<String> texts, InputType type, Progress progress) {
    var vectors = new float[texts.size()][];
    for (int i = 0; i < vectors.length; i++) {
      progress.checkCancelled();
      vectors[i] = new float[SIZE];
      for (int letter : texts.get(i).codePoints().filter(Character::isLetter).toArray()) {
        vectors[i][letter % SIZE]++;
      }
      progress.advance(1);
    }
    return vectors;
  }

  @Override
  public int[] tokenCounts(List<String> texts, InputType type) {
    return texts.stream().mapToInt(String::length).toArray();
  }

  @Override
  public String name() {
    return "letters";
  }

  @Override
  public String fingerprint() {
    return "letters";
  }

  @Override
  public int dimension() {
    return SIZE;
  }

  @Override
  public int maxTokens() {
    return Integer.MAX_VALUE;
  }

  @Override
  public Similarity similarity() {
    return Similarity.COSINE;
  }

  @Override
  public void close() {}
}
