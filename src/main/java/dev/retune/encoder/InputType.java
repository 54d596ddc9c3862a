package dev.retune.encoder;

/// Which side of retrieval a text stands on; it selects the prompt.
public enum InputType {
  QUERY,
  PASSAGE
}
