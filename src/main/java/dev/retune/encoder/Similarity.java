package dev.retune.encoder;

/// How two vectors are compared; larger is more alike.
public enum Similarity {
  COSINE,
  DOT
}
