package dev.retune.encoder;

import dev.retune.text.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/// A model as a folder describes it: an encoder on this machine, or one behind an address.
public sealed interface Model permits ModelFolder, RemoteModel {

  /// Reads either kind.
  ///
  /// @throws dev.retune.text.ProblemException if the folder is no model, or damaged
  static Model read(Path path) {
    return RemoteModel.is(path) ? RemoteModel.read(path) : ModelFolder.read(path);
  }

  /// The folder, absolute.
  Path path();

  String name();

  /// SHA-256 over everything here that changes a vector.
  String fingerprint();

  Prompts prompts();

  /// The length of the model's vectors.
  int dimension();

  /// The longest text in tokens, special tokens and prompt included; longer ones are cut.
  int maxTokens();

  /// Whether vectors are scaled to length 1 before the [#head].
  boolean normalize();

  /// What follows pooling and normalisation.
  Head head();

  Similarity similarity();

  /// @param kept what stands around vectors that somebody else computes, such as a cache
  /// @throws dev.retune.text.ProblemException if the model cannot be loaded
  Embedder open(EmbedOptions options, UnaryOperator<Embedder> kept);

  /// Writes a model like this one that treats its vectors further.
  ///
  /// @param head in place of that of this model
  /// @param dimensions lengths that the vectors may be cut to; empty if none were trained for
  /// @throws dev.retune.text.ProblemException if it cannot be written
  void writeWithHead(
      Path target, Prompts prompts, Head head, List<Integer> dimensions, ModelCard card);

  /// This model, if its weights are on this machine.
  ///
  /// @throws dev.retune.text.ProblemException if they are not
  default ModelFolder onThisMachine() {
    return switch (this) {
      case ModelFolder folder -> folder;
      case RemoteModel remote ->
          throw Problem.of(Model.class, "remote.weights", remote.name()).exception();
    };
  }
}
