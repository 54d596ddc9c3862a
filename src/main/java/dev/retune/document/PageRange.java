package dev.retune.document;

import java.util.List;

/// A range of characters on one page.
///
/// @param page from 1
/// @param start first character in [Page#text()]
/// @param end one past the last
/// @param boxes where its lines stand, in reading order
public record PageRange(int page, int start, int end, List<Box> boxes) {
  public PageRange {
    boxes = List.copyOf(boxes);
  }
}
