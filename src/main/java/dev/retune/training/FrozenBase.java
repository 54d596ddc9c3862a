package dev.retune.training;

import ai.djl.ndarray.NDManager;
import dev.retune.encoder.EmbedOptions;
import dev.retune.encoder.EncoderNetwork;
import dev.retune.encoder.LocalEmbedder;
import dev.retune.encoder.Model;
import dev.retune.encoder.ModelFolder;
import dev.retune.encoder.RemoteModel;
import dev.retune.encoder.Tokenizer;
import java.util.function.UnaryOperator;

/// Where the vectors of a base model that does not change come from.
sealed interface FrozenBase extends AutoCloseable {

  /// Vectors as `options` ask for them; of one network, however often this is called.
  FrozenVectors vectors(EmbedOptions options);

  @Override
  void close();

  /// @param manager closes its arrays when it is closed
  static FrozenBase of(Model base, NDManager manager) {
    return switch (base) {
      case ModelFolder folder ->
          new Local(
              folder,
              EncoderNetwork.open(folder, manager, manager.getDevice()),
              Tokenizer.open(folder));
      case RemoteModel remote -> new Remote(remote);
    };
  }

  /// A network on this machine.
  record Local(ModelFolder folder, EncoderNetwork network, Tokenizer tokenizer)
      implements FrozenBase {
    @Override
    public FrozenVectors vectors(EmbedOptions options) {
      return new FrozenVectors(LocalEmbedder.over(network, tokenizer, folder, options));
    }

    @Override
    public void close() {
      tokenizer.close();
      network.close();
    }
  }

  /// A model behind an address, which cuts texts at its own limit alone.
  record Remote(RemoteModel model) implements FrozenBase {
    @Override
    public FrozenVectors vectors(EmbedOptions options) {
      return new FrozenVectors(model.open(options, UnaryOperator.identity()));
    }

    @Override
    public void close() {}
  }
}
