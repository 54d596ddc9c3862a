package dev.retune.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.retune.encoder.EncoderNetwork;
import dev.retune.encoder.ForwardOptions;
import dev.retune.encoder.LayerwisePass;
import dev.retune.encoder.TokenBatch;

/// What turns a group of texts into vectors, as [EncoderNetwork] does.
interface Encoding {

  /// @return float32 `[texts, dimension]`, differentiable while a gradient collector is active
  NDArray encode(NDManager scope, TokenBatch batch, ForwardOptions options);

  /// The same numbers, without anything recorded for gradients.
  NDArray infer(NDManager scope, TokenBatch batch, ForwardOptions options);

  /// The same numbers, keeping only what each layer was given for the way back.
  ///
  /// @param scope owns what is kept and the vectors
  LayerwisePass layerwise(NDManager scope, TokenBatch batch, ForwardOptions options);

  static Encoding of(EncoderNetwork network) {
    return new Encoding() {
      @Override
      public NDArray encode(NDManager scope, TokenBatch batch, ForwardOptions options) {
        return network.encode(scope, batch, options);
      }

      @Override
      public NDArray infer(NDManager scope, TokenBatch batch, ForwardOptions options) {
        return network.infer(scope, batch, options);
      }

      @Override
      public LayerwisePass layerwise(NDManager scope, TokenBatch batch, ForwardOptions options) {
        return network.layerwise(scope, batch, options);
      }
    };
  }
}
