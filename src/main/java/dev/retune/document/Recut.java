package dev.retune.document;

import java.util.List;

/// A document cut anew.
///
/// @param before its chunks so far, in reading order
/// @param former chunks of it that were replaced earlier, in no order
/// @param after its chunks as they would be, in reading order; one that stays the same keeps its id
public record Recut(
    Document document,
    List<PlacedChunk> before,
    List<PlacedChunk> former,
    List<PlacedChunk> after) {
  public Recut {
    before = List.copyOf(before);
    former = List.copyOf(former);
    after = List.copyOf(after);
  }
}
