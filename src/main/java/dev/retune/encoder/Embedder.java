package dev.retune.encoder;

import dev.retune.task.Progress;
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

  /// The untruncated length of each text in tokens, with prompt and special tokens.
  int[] tokenCounts(List<String> texts, InputType type);

  @Override
  void close();
}
