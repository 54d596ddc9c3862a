package dev.retune.document.written;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds which column of a table holds passages, and which their titles.
final class PassageColumn {
  private static final List<String> TEXT =
      List.of(
          "text",
          "passage",
          "passage_text",
          "content",
          "contents",
          "page_content",
          "chunk",
          "body",
          "document",
          "context",
          "paragraph",
          "文本",
          "正文",
          "内容",
          "段落",
          "原文");
  private static final Set<String> TITLE = Set.of("title", "heading", "section", "标题", "题名");

  /// Characters that passages have on average, at least, where their column's name does not tell;
  /// Chinese says as much in a third.
  private static final int LONG = 40;

  private PassageColumn() {}

  static Optional<String> title(Set<String> columns) {
    return columns.stream().filter(column -> TITLE.contains(plain(column))).findFirst();
  }

  /// By its name, else the one with the longest texts.
  ///
  /// @throws UnreadableException if no column has texts as long as passages
  static String text(List<Map<String, String>> rows, Set<String> columns) {
    for (var name : TEXT) {
      for (var column : columns) {
        if (plain(column).equals(name)) {
          return column;
        }
      }
    }
    var longest = "";
    double most = LONG;
    for (var column : columns) {
      double mean =
          rows.stream().mapToInt(row -> length(row.getOrDefault(column, ""))).average().orElse(0);
      if (mean >= most) {
        most = mean;
        longest = column;
      }
    }
    if (longest.isEmpty()) {
      throw new UnreadableException(
          "noPassageColumn", columns.stream().limit(20).collect(Collectors.joining(", ")));
    }
    return longest;
  }

  /// Whether a cell is as long as a passage, which no name of a column is.
  static boolean passage(String cell) {
    return length(cell) >= (cell.strip().contains(" ") ? LONG : 2 * LONG);
  }

  private static int length(String text) {
    return text.length() + 2 * (int) text.codePoints().filter(Character::isIdeographic).count();
  }

  static boolean named(String column) {
    return TEXT.contains(plain(column));
  }

  private static String plain(String column) {
    return column.strip().toLowerCase(Locale.ROOT);
  }
}
