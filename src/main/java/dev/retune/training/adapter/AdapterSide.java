package dev.retune.training.adapter;

import dev.retune.encoder.InputType;

/// Whose vectors go through the adapter.
public enum AdapterSide {
  /// Only queries': the vectors of passages stay, so that an index of them can stay too.
  QUERY,
  /// Only passages'.
  PASSAGE,
  /// One adapter for all vectors.
  BOTH;

  /// Whether the vectors of `type` go through it.
  public boolean covers(InputType type) {
    return switch (this) {
      case QUERY -> type == InputType.QUERY;
      case PASSAGE -> type == InputType.PASSAGE;
      case BOTH -> true;
    };
  }
}
