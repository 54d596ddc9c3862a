package dev.retune.training;

import dev.retune.encoder.Embedder;
import dev.retune.encoder.InputType;
import dev.retune.encoder.Similarity;
import dev.retune.encoder.Windows;
import dev.retune.retrieval.VectorCache;
import dev.retune.task.Progress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The vectors of a model that does not change: each text is embedded once, and kept in memory and,
/// once there is a cache, on disk.
final class FrozenVectors implements Embedder {
  private final Embedder delegate;
  private final Map<InputType, Map<String, float[]>> known =
      Map.of(InputType.QUERY, new HashMap<>(), InputType.PASSAGE, new HashMap<>());
  private final Map<WindowedText, float[][]> knownWindows = new HashMap<>();
  private @Nullable VectorCache cache;

  /// A text that is read window by window.
  private record WindowedText(InputType type, Windows windows, String text) {}

  FrozenVectors(Embedder delegate) {
    this.delegate = delegate;
  }

  /// From now on vectors are kept in `kept` as well, and taken from there.
  void keepIn(VectorCache kept) {
    cache = kept;
  }

  @Override
  public float[][] embed(List<String> texts, InputType type, Progress progress) {
    var ofType = Objects.requireNonNull(known.get(type));
    synchronized (ofType) {
      var missing = texts.stream().distinct().filter(text -> !ofType.containsKey(text)).toList();
      progress.advance(texts.size() - missing.size());
      if (!missing.isEmpty()) {
        var vectors =
            cache == null
                ? delegate.embed(missing, type, progress)
                : cache.embed(delegate, missing, type, progress);
        for (var i = 0; i < vectors.length; i++) {
          ofType.put(missing.get(i), vectors[i]);
        }
      }
      return texts.stream()
          .map((Function<String, float[]>) text -> Objects.requireNonNull(ofType.get(text)))
          .toArray(float[][]::new);
    }
  }

  @Override
  public float[][][] embed(List<String> texts, InputType type, Windows windows, Progress progress) {
    synchronized (knownWindows) {
      var missing =
          texts.stream()
              .distinct()
              .filter(text -> !knownWindows.containsKey(new WindowedText(type, windows, text)))
              .toList();
      progress.advance(texts.size() - missing.size());
      if (!missing.isEmpty()) {
        var vectors =
            cache == null
                ? delegate.embed(missing, type, windows, progress)
                : cache.embed(delegate, missing, type, windows, progress);
        for (var i = 0; i < vectors.length; i++) {
          knownWindows.put(new WindowedText(type, windows, missing.get(i)), vectors[i]);
        }
      }
      return texts.stream()
          .map(text ->
              Objects.requireNonNull(knownWindows.get(new WindowedText(type, windows, text))))
          .toArray(float[][][]::new);
    }
  }

  @Override
  public String name() {
    return delegate.name();
  }

  @Override
  public String fingerprint() {
    return delegate.fingerprint();
  }

  @Override
  public int dimension() {
    return delegate.dimension();
  }

  @Override
  public int maxTokens() {
    return delegate.maxTokens();
  }

  @Override
  public Similarity similarity() {
    return delegate.similarity();
  }

  @Override
  public int[] tokenCounts(List<String> texts, InputType type) {
    return delegate.tokenCounts(texts, type);
  }

  @Override
  public void close() {
    delegate.close();
  }
}
