package dev.retune.encoder;

import dev.retune.file.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/// What a model does with pooled (and possibly normalised) vectors: layers that may differ between
/// the sides, then possibly scaling to length 1.
///
/// @param layers of the sides
/// @param normalize whether what comes out is scaled to length 1
public record Head(Layers layers, boolean normalize) {

  /// Vectors stay as they are pooled.
  public static final Head NONE = shared(List.of(), false);

  /// The layers of the sides, in the order of computation.
  public sealed interface Layers {}

  /// Queries and passages go through the same ones; what is learned of one side holds for the
  /// other.
  record Shared(List<Dense> both) implements Layers {
    Shared {
      both = List.copyOf(both);
    }
  }

  /// Each side has its own, perhaps none, be their numbers equal or not.
  record Apart(List<Dense> query, List<Dense> passage) implements Layers {
    Apart {
      query = List.copyOf(query);
      passage = List.copyOf(passage);
    }
  }

  /// With layers that both sides share.
  public static Head shared(List<Dense> layers, boolean normalize) {
    return new Head(new Shared(layers), normalize);
  }

  /// With layers of each side's own.
  public static Head apart(List<Dense> query, List<Dense> passage, boolean normalize) {
    return new Head(new Apart(query, passage), normalize);
  }

  /// Whether vectors stay as they are pooled.
  public boolean isNone() {
    return query().isEmpty() && passage().isEmpty() && !normalize;
  }

  /// Whether both sides share their layers.
  public boolean shared() {
    return layers instanceof Shared;
  }

  /// The layers that queries go through.
  public List<Dense> query() {
    return of(InputType.QUERY);
  }

  /// The layers that passages go through.
  public List<Dense> passage() {
    return of(InputType.PASSAGE);
  }

  List<Dense> of(InputType type) {
    return switch (layers) {
      case Shared(var both) -> both;
      case Apart(var query, var passage) -> type == InputType.QUERY ? query : passage;
    };
  }

  /// With `layer` behind the other layers of both sides.
  public Head then(Dense layer) {
    return switch (layers) {
      case Shared(var both) -> shared(with(both, layer), normalize);
      case Apart(var query, var passage) ->
          apart(with(query, layer), with(passage, layer), normalize);
    };
  }

  private static List<Dense> with(List<Dense> layers, Dense layer) {
    return Stream.concat(layers.stream(), Stream.of(layer)).toList();
  }

  /// Changes whenever a number of a layer does.
  String fingerprint() {
    var digest = Sha256.digest();
    for (var side : List.of(query(), passage())) {
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
    var dimension = dimension(query(), pooled);
    if (dimension != dimension(passage(), pooled)) {
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
