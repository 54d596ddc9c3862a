package dev.retune.encoder;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.retune.file.Sha256;
import dev.retune.task.Progress;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;

/// Vectors of another embedder, treated by the [Head] of a model.
final class HeadEmbedder implements Embedder {
  /// So many vectors are treated at a time.
  private static final int GROUP = 1024;

  private final Embedder vectors;
  private final RemoteModel model;
  private final EmbedOptions options;
  private final NDManager manager;
  private final HeadNetwork head;
  private final ReentrantLock turn = new ReentrantLock();

  HeadEmbedder(Embedder vectors, RemoteModel model, EmbedOptions options) {
    this.vectors = vectors;
    this.model = model;
    this.options = options;
    manager = NativeLibraries.root();
    head = new HeadNetwork(model.head(), manager.newSubManager(Device.cpu()));
  }

  @Override
  public float[][] embed(List<String> texts, InputType type, Progress progress) {
    var given = vectors.embed(texts, type, progress);
    var treated = new float[given.length][];
    turn.lock();
    try {
      for (int from = 0; from < given.length; from += GROUP) {
        treat(given, from, Math.min(given.length, from + GROUP), type, treated);
      }
    } finally {
      turn.unlock();
    }
    return treated;
  }

  private void treat(float[][] given, int from, int to, InputType type, float[][] into) {
    var width = vectors.dimension();
    var flat = new float[(to - from) * width];
    for (int i = from; i < to; i++) {
      System.arraycopy(given[i], 0, flat, (i - from) * width, width);
    }
    try (var scope = manager.newSubManager()) {
      var rows = scope.create(flat, new Shape(to - from, width));
      var numbers = head.apply(rows, type).toFloatArray();
      for (int i = from; i < to; i++) {
        into[i] = new float[dimension()];
        System.arraycopy(numbers, (i - from) * dimension(), into[i], 0, dimension());
      }
    }
  }

  @Override
  public String name() {
    return model.name();
  }

  @Override
  public String fingerprint() {
    return Sha256.of(vectors.fingerprint() + "\n" + model.head().fingerprint());
  }

  @Override
  public int dimension() {
    return model.dimension();
  }

  @Override
  public int maxTokens() {
    return vectors.maxTokens();
  }

  @Override
  public Similarity similarity() {
    return Objects.requireNonNullElse(options.similarity(), model.similarity());
  }

  @Override
  public int[] tokenCounts(List<String> texts, InputType type) {
    return vectors.tokenCounts(texts, type);
  }

  @Override
  public void close() {
    vectors.close();
    manager.close();
  }
}
