package dev.retune.encoder;

/// How the token vectors of the last layer become one vector per text.
public enum Pooling {
  /// The vector of the first token.
  CLS,
  /// The mean over all tokens.
  MEAN,
  /// The vector of the last token.
  LAST
}
