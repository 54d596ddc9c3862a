package dev.retune.encoder;

import dev.retune.file.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/// What a model does with pooled (and possibly normalised) vectors: layers that may differ between
/// the sides, then possibly scaling to length 1.
///
/// @param query for queries, in the order of computation
/// @param passage for passages
/// @param normalize whether what comes out is scaled to length 1
public record Head(List<Dense> query, List<Dense> passage, boolean normalize) {

  /// Vectors stay as they are pooled.
  public static final Head NONE = new Head(List.of(), List.of(), false);

  public Head {
    query = List.copyOf(query);
    passage = List.copyOf(passage);
  }

  /// Whether vectors stay as they are pooled.
  public boolean isNone() {
    return query.isEmpty() && passage.isEmpty() && !normalize;
  }

  /// Whether both sides share their layers.
  public boolean shared() {
    return query.equals(passage);
  }

  /// With `layer` behind the other layers of both sides.
  public Head then(Dense layer) {
    return new Head(with(query, layer), with(passage, layer), normalize);
  }

  private static List<Dense> with(List<Dense> layers, Dense layer) {
    return Stream.concat(layers.stream(), Stream.of(layer)).toList();
  }

  List<Dense> of(InputType type) {
    return switch (type) {
      case QUERY -> query;
      case PASSAGE -> passage;
    };
  }

  /// Changes whenever a number of a layer does.
  String fingerprint() {
    var digest = Sha256.digest();
    for (var side : List.of(query, passage)) {
      for (var layer : side) {
        digest.update(layer.activation().name().getBytes(StandardCharsets.UTF_8));
        digest.update(bytes(layer.weight()));
        digest.update(layer.bias() == null ? new byte[0] : bytes(layer.bias()));
      }
      digest.update((byte) (normalize ? 1 : 0));
    }
    return Sha256.hex(digest.digest());
  }

  private static byte[] bytes(FloatTensor tensor) {
    var shape = tensor.shape();
    var buffer =
        ByteBuffer.allocate(Long.BYTES * shape.length + Float.BYTES * tensor.data().length);
    for (var side : shape) {
      buffer.putLong(side);
    }
    for (var number : tensor.data()) {
      buffer.putFloat(number);
    }
    return buffer.array();
  }

  /// The length of the vectors that come out.
  ///
  /// @param pooled length of those that come in
  /// @throws IllegalArgumentException if a layer does not fit the one before it, or the sides come
  ///   out with different lengths
  int dimension(int pooled) {
    var dimension = dimension(query, pooled);
    if (dimension != dimension(passage, pooled)) {
      throw new IllegalArgumentException("the sides differ in dimension");
    }
    return dimension;
  }

  private static int dimension(List<Dense> layers, int pooled) {
    var dimension = pooled;
    for (var layer : layers) {
      if (layer.input() != dimension) {
        throw new IllegalArgumentException(layer.input() + " instead of " + dimension);
      }
      dimension = layer.output();
    }
    return dimension;
  }
}
