package dev.retune.encoder;

import org.jspecify.annotations.Nullable;

/// A fully connected layer over whole vectors: `activation(x Wᵀ + b)`, sentence-transformers'
/// `Dense`.
///
/// @param weight W, `[output, input]`
/// @param bias b, `[output]`; null for none
public record Dense(FloatTensor weight, @Nullable FloatTensor bias, Activation activation) {

  /// @throws IllegalArgumentException if the shapes do not fit each other
  public Dense {
    var shape = weight.shape();
    if (shape.length != 2
        || (bias != null && (bias.shape().length != 1 || bias.shape()[0] != shape[0]))) {
      throw new IllegalArgumentException("weight and bias do not fit");
    }
  }

  /// The length of a vector that comes in.
  public int input() {
    return Math.toIntExact(weight.shape()[1]);
  }

  /// The length of a vector that goes out.
  public int output() {
    return Math.toIntExact(weight.shape()[0]);
  }
}
