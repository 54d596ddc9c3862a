package dev.retune.document.written;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Puts a text together line by line.
final class Writing {
  /// Characters of a file's text.
  private static final int MOST = 64 << 20;

  private final List<WrittenPage> pages = new ArrayList<>();
  private final List<WrittenLine> lines = new ArrayList<>();
  private int length;

  /// @param level from 1
  void heading(int level, String text) {
    add("#".repeat(level) + " ", text.replace('\n', ' '));
  }

  /// Each line of the text stands alone.
  void paragraph(String text) {
    text.lines().forEach(line -> add("", line));
  }

  /// @param number of the row or line of the file
  void numbered(int number, String text) {
    add(number + " ", text.replace('\n', ' '));
  }

  /// A passage that somebody else has cut.
  ///
  /// @param number of the line of the file where it begins
  /// @param title blank for none
  void passage(int number, String title, String text) {
    var mark = number + " ";
    if (!title.isBlank()) {
      add("# " + mark, title.replace('\n', ' '));
      mark = "";
    }
    for (var line : text.split("\n")) {
      if (!line.isBlank()) {
        add(mark, line);
        mark = "";
      }
    }
  }

  /// Writes what was written since the last page to another text too.
  void copyTo(Writing other) {
    lines.forEach(line -> other.add(line.mark(), line.text()));
  }

  /// Ends a slide or sheet.
  void endPage() {
    pages.add(new WrittenPage(lines));
    lines.clear();
  }

  /// Ends a sheet; one with nothing but its name is left out.
  void endSheet() {
    if (lines.size() > 1) {
      endPage();
    }
    lines.clear();
  }

  /// The text, of which what was not yet ended is the last page.
  List<WrittenPage> pages() {
    if (!lines.isEmpty() || pages.isEmpty()) {
      endPage();
    }
    return pages;
  }

  /// What was written since the last page, in one line.
  String plain() {
    return lines.stream().map(WrittenLine::text).collect(Collectors.joining(" "));
  }

  private void add(String mark, String text) {
    if (text.isBlank()) {
      return;
    }
    length += text.length();
    if (length > MOST) {
      throw new UnreadableException("tooLarge");
    }
    lines.add(new WrittenLine(mark, text.strip()));
  }
}
