package dev.retune.document;

import java.util.List;

/// A document cut anew.
///
/// @param before its chunks so far, in reading order
/// @param after its chunks as they would be, in reading order; one that stays the same keeps its id
public record Recut(Document document, List<PlacedChunk> before, List<PlacedChunk> after) {
  public Recut {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }
}
