package dev.retune.encoder;

import dev.retune.task.Progress;
import dev.retune.text.Problem;
import java.util.List;

/// Turns texts into vectors. Safe to use from several threads.
public interface Embedder extends AutoCloseable {

  String name();

  /// Changes whenever a vector might: the key under which vectors may be cached.
  String fingerprint();

  /// The length of a vector.
  int dimension();

  /// The longest text in tokens, special tokens and prompt included; longer ones are cut.
  int maxTokens();

  Similarity similarity();

  /// Embeds `texts`, each behind the prompt for `type`.
  ///
  /// @param progress advances by one for each text
  /// @return one vector a text, in the order given: `[texts][dimension]`
  /// @throws java.util.concurrent.CancellationException if the person cancelled
  float[][] embed(List<String> texts, InputType type, Progress progress);

  /// Embeds `texts` window by window, each window behind the prompt for `type`.
  ///
  /// Unless it is overridden, this says that the model has no windows: an embedder that does not
  /// see its model's tokens cannot cut between them.
  ///
  /// @param progress advances by one for each text whose windows are all done
  /// @return the windows of each text in their order: `[texts][windows][dimension]`
  /// @throws dev.retune.text.ProblemException if a window is longer than the model reads, or prompt
  ///   and special tokens leave less room in it than the step
  /// @throws java.util.concurrent.CancellationException if the person cancelled
  default float[][][] embed(
      List<String> texts, InputType type, Windows windows, Progress progress) {
    throw Problem.of(Embedder.class, "windows.none", name()).exception();
  }

  /// The untruncated length of each text in tokens, with prompt and special tokens.
  int[] tokenCounts(List<String> texts, InputType type);

  @Override
  void close();
}
