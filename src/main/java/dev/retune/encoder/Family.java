package dev.retune.encoder;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// An architecture of encoders that this program can run and train: one encoder program, and the
/// names that Hugging Face gives its weights.
public sealed interface Family permits BertLike, ModernBert {

  /// Every weight of an encoder shaped like `config`: name to shape, in the program's order.
  Map<String, long[]> weights(EncoderConfig config);

  /// The text of `encode`, beside this class.
  String program();

  /// What stands in a weight's name before the number of its layer.
  String layers();

  /// The linear layers inside a layer of the encoder, by the ends of their names.
  List<String> linear();

  /// How many masks of hidden dropout, each as wide as a token vector, are used before the layer
  /// `layer`, from 0; all of them for the layer behind the last.
  int masksBefore(int layer);

  /// What the program is told beyond what all families share: whole numbers.
  default long[] integers() {
    return new long[0];
  }

  /// What the program is told beyond what all families share: real numbers.
  default double[] reals() {
    return new double[0];
  }

  /// Whether the weight `name` belongs to the tables of words, positions and types.
  default boolean embeds(String name) {
    return name.startsWith("embeddings.") || name.equals(BertLike.RELATIVE_POSITIONS);
  }

  /// The layer that the weight `name` belongs to, from 0; empty if it belongs to none.
  default OptionalInt layer(String name) {
    return name.startsWith(layers())
        ? OptionalInt.of(
            Integer.parseInt(
                name.substring(layers().length(), name.indexOf('.', layers().length()))))
        : OptionalInt.empty();
  }
}
