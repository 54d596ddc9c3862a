package dev.retune.document.written;

import java.util.List;

/// The text of a file.
///
/// @param attached names of the files in it that were not read
/// @param withoutText lines of the file, from 1, where a passage should stand but does not
public record WrittenText(
    List<WrittenPage> pages, List<String> attached, List<Integer> withoutText) {
  public WrittenText {
    pages = List.copyOf(pages);
    attached = List.copyOf(attached);
    withoutText = List.copyOf(withoutText);
  }

  WrittenText(List<WrittenPage> pages) {
    this(pages, List.of(), List.of());
  }
}
