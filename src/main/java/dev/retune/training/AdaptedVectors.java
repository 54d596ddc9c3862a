package dev.retune.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.retune.encoder.Embedder;
import dev.retune.encoder.HeadNetwork;
import dev.retune.encoder.InputType;
import dev.retune.encoder.Similarity;
import dev.retune.encoder.Windows;
import dev.retune.task.Progress;
import dev.retune.training.adapter.Adapter;
import dev.retune.training.adapter.AdapterSide;
import java.util.Arrays;
import java.util.List;

/// Vectors of a model that does not change, through an adapter as its weights are at each call.
///
/// @param manager parent of the native memory of each call
/// @param adapter of [#dimension]
/// @param normalize whether the base model scales its vectors to length 1
record AdaptedVectors(
    Embedder base,
    NDManager manager,
    Adapter adapter,
    AdapterSide side,
    int dimension,
    boolean normalize)
    implements Embedder {
  /// So many vectors pass through the adapter at a time.
  private static final int GROUP = 1024;

  @Override
  public float[][] embed(List<String> texts, InputType type, Progress progress) {
    return adapted(base.embed(texts, type, progress), type, progress);
  }

  @Override
  public float[][][] embed(List<String> texts, InputType type, Windows windows, Progress progress) {
    var vectors = base.embed(texts, type, windows, progress);
    var rows = Arrays.stream(vectors).flatMap(Arrays::stream).toArray(float[][]::new);
    var adapted = adapted(rows, type, progress);
    var from = 0;
    var result = new float[vectors.length][][];
    for (var text = 0; text < vectors.length; text++) {
      result[text] = Arrays.copyOfRange(adapted, from, from + vectors[text].length);
      from += vectors[text].length;
    }
    return result;
  }

  private float[][] adapted(float[][] vectors, InputType type, Progress progress) {
    if (!side.covers(type)) {
      return vectors;
    }
    var adapted = new float[vectors.length][];
    for (var from = 0; from < vectors.length; from += GROUP) {
      progress.checkCancelled();
      adapt(vectors, from, Math.min(vectors.length, from + GROUP), adapted);
    }
    return adapted;
  }

  private void adapt(float[][] vectors, int from, int to, float[][] into) {
    try (var scope = manager.newSubManager()) {
      var rows = adapter.apply(rows(scope, List.of(vectors).subList(from, to)));
      var flat = (normalize ? HeadNetwork.unit(rows) : rows).toFloatArray();
      for (var i = from; i < to; i++) {
        into[i] = new float[dimension];
        System.arraycopy(flat, (i - from) * dimension, into[i], 0, dimension);
      }
    }
  }

  /// The vectors as a matrix in PyTorch's own memory, owned by `scope`: `[vectors, dimension]`.
  static NDArray rows(NDManager scope, List<float[]> vectors) {
    var width = vectors.getFirst().length;
    var flat = new float[vectors.size() * width];
    for (var i = 0; i < vectors.size(); i++) {
      System.arraycopy(vectors.get(i), 0, flat, i * width, width);
    }
    try (var given = scope.create(flat, new Shape(vectors.size(), width))) {
      return given.duplicate();
    }
  }

  @Override
  public String name() {
    return base.name();
  }

  @Override
  public String fingerprint() {
    return base.fingerprint();
  }

  @Override
  public int maxTokens() {
    return base.maxTokens();
  }

  @Override
  public Similarity similarity() {
    return base.similarity();
  }

  @Override
  public int[] tokenCounts(List<String> texts, InputType type) {
    return base.tokenCounts(texts, type);
  }

  @Override
  public void close() {}
}
