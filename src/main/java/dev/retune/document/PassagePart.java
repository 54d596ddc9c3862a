package dev.retune.document;

import java.util.ArrayList;
import java.util.List;

/// A part of a passage's text: running text, or a table.
public sealed interface PassagePart permits MarkdownTable, PassagePart.Prose {

  /// @param text one or more lines
  record Prose(String text) implements PassagePart {}

  /// The parts of a text in order.
  static List<PassagePart> of(String text) {
    var parts = new ArrayList<PassagePart>();
    var lines = text.lines().toList();
    for (int i = 0; i < lines.size(); ) {
      boolean row = MarkdownTable.isRow(lines.get(i));
      int end = i + 1;
      while (end < lines.size() && MarkdownTable.isRow(lines.get(end)) == row) {
        end++;
      }
      var some = lines.subList(i, end);
      parts.add(row ? MarkdownTable.of(some) : new Prose(String.join("\n", some)));
      i = end;
    }
    return parts;
  }

  /// The text with each row of a table as a sentence that names its columns.
  static String rowWise(String text) {
    var lines = new ArrayList<String>();
    for (var part : of(text)) {
      switch (part) {
        case Prose(var prose) -> lines.add(prose);
        case MarkdownTable table -> table.rows().forEach(row -> lines.add(table.sentence(row)));
      }
    }
    return String.join("\n", lines);
  }
}
