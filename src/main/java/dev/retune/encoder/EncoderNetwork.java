package dev.retune.encoder;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;

/// A BERT or XLM-RoBERTa encoder in native memory whose weights can be trained.
///
/// The whole forward pass is one TorchScript function that takes the weights as a list, so that
/// gradients flow back into the arrays of [#parameters]. Not safe to use from several threads.
public final class EncoderNetwork implements AutoCloseable {
  private EncoderNetwork() {}

  /// Loads the weights of `folder` onto `device`.
  ///
  /// @param parent closes this network when it is closed
  /// @throws dev.retune.text.ProblemException if the weights cannot be read
  public static EncoderNetwork open(ModelFolder folder, NDManager parent, Device device) {
    throw new UnsupportedOperationException(folder.name() + parent + device);
  }

  /// The weights in a fixed order. Their arrays may be written in place and may have gradients
  /// attached; they must not be closed.
  public List<NamedParameter> parameters() {
    throw new UnsupportedOperationException();
  }

  /// The length of a pooled vector.
  public int dimension() {
    throw new UnsupportedOperationException();
  }

  /// Encodes a batch. While a gradient collector is active, the result is differentiable with
  /// respect to those parameters that require a gradient.
  ///
  /// @param scope owns the result and everything in between
  /// @return float32 `[texts, dimension]`
  public NDArray encode(NDManager scope, TokenBatch batch, ForwardOptions options) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
