package dev.retune.document;

import java.util.ArrayList;
import java.util.List;

/// A page with its cleaned text.
///
/// @param lines the lines that were kept, in order
record CleanPage(SourcePage source, String text, OffsetMap offsets, List<Line> lines) {

  /// A kept line.
  ///
  /// @param start first character in the cleaned text
  /// @param level of the heading it belongs to, from 1; 0 if it is none
  record Line(int start, int end, SourceLine source, int level) {}

  /// What was added to the text, such as the marks of a table, stands at the line before it, or at
  /// the first.
  private List<Box> nearest(int start) {
    SourceLine nearest = null;
    for (var line : lines) {
      if (line.source().layout() != null && (nearest == null || line.start() < start)) {
        nearest = line.source();
      }
    }
    return nearest == null || nearest.layout() == null
        ? List.of()
        : List.of(nearest.layout().box());
  }

  /// Where the cleaned range stands on the page, line by line.
  List<Box> boxes(int start, int end) {
    var boxes = new ArrayList<Box>();
    for (var line : lines) {
      var layout = line.source().layout();
      int from = Math.max(start, line.start());
      int to = Math.min(end, line.end());
      if (layout != null && from < to) {
        var raw = offsets.toRaw(from, to);
        boxes.addAll(
            layout.parts(
                Math.max(raw.start(), line.source().start()),
                Math.min(raw.end(), line.source().end())));
      }
    }
    return boxes.isEmpty() && start < end ? nearest(start) : boxes;
  }
}
