package dev.retune.encoder;

/// Measures texts in a model's own tokens.
@FunctionalInterface
public interface TokenCounter {

  /// The number of tokens of `text`, untruncated, without special tokens and prompt.
  int count(String text);
}
