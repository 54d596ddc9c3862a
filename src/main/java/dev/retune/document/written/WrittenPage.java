package dev.retune.document.written;

import java.util.List;

/// A slide, a sheet, or all of a file that has neither.
public record WrittenPage(List<WrittenLine> lines) {
  public WrittenPage {
    lines = List.copyOf(lines);
  }
}
