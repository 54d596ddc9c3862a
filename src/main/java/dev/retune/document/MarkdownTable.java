package dev.retune.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// A table in a passage's text.
///
/// @param headings of its columns; none where the passage begins in the middle of a table
/// @param rows without the headings
public record MarkdownTable(List<String> headings, List<Row> rows) implements PassagePart {
  private static final Pattern DIVIDER = Pattern.compile("\\|(?:\\s*:?-+:?\\s*\\|)+\\s*");
  private static final Pattern BAR = Pattern.compile("(?<!\\\\)\\|");

  public MarkdownTable {
    headings = List.copyOf(headings);
    rows = List.copyOf(rows);
  }

  /// @param line as it stands in the passage
  /// @param cells their texts, some empty
  public record Row(String line, List<String> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /// Whether a line of a passage is a row, the headings, or what divides them.
  public static boolean isRow(String line) {
    var row = line.stripTrailing();
    return line.startsWith("| ") && row.length() > 1 && row.endsWith("|");
  }

  static boolean isDivider(String line) {
    return DIVIDER.matcher(line).matches();
  }

  /// The cells of a row of Markdown.
  public static List<String> cells(String line) {
    var inner = line.strip();
    inner = inner.substring(1, inner.endsWith("|") ? inner.length() - 1 : inner.length());
    return Arrays.stream(BAR.split(inner, -1))
        .map(cell -> cell.strip().replace("\\|", "|"))
        .toList();
  }

  /// @param lines that follow each other, all of them rows
  static MarkdownTable of(List<String> lines) {
    boolean headed = lines.size() > 1 && isDivider(lines.get(1));
    var headings = headed ? cells(lines.getFirst()) : List.<String>of();
    var rows = new ArrayList<Row>();
    for (var line : lines.subList(headed ? 2 : 0, lines.size())) {
      if (!isDivider(line)) {
        rows.add(new Row(line, cells(line)));
      }
    }
    return new MarkdownTable(headings, rows);
  }

  /// A row as a sentence, `Column: value; Column: value`; a cell without heading by itself, an
  /// empty one not at all.
  public String sentence(Row row) {
    var sentence = new StringBuilder();
    for (int i = 0; i < row.cells().size(); i++) {
      var cell = row.cells().get(i);
      if (!cell.isEmpty()) {
        var heading = i < headings.size() ? headings.get(i) : "";
        sentence.append(sentence.isEmpty() ? "" : "; ");
        sentence.append(heading.isEmpty() ? "" : heading + ": ").append(cell);
      }
    }
    return sentence.toString();
  }
}
