package dev.retune.encoder;

import java.util.List;

/// The tokenizer of a model folder. Safe to use from several threads.
public final class Tokenizer implements AutoCloseable, TokenCounter {
  private Tokenizer() {}

  /// @throws dev.retune.text.ProblemException if `tokenizer.json` is missing or damaged
  public static Tokenizer open(ModelFolder folder) {
    throw new UnsupportedOperationException(folder.name());
  }

  /// Encodes texts with special tokens, each cut to `maxTokens` (special tokens included), padded
  /// to the longest.
  public TokenBatch encode(List<String> texts, int maxTokens) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int count(String text) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
