package dev.retune.document;

/// Rows of tables in a document's text: lines that begin as Markdown's rows do. A row is never
/// divided unless it is too long for a chunk of its own.
final class TableRow {
  private static final String MARK = "| ";

  private TableRow() {}

  /// Whether the line that starts at `line` is one.
  static boolean begins(String text, int line) {
    return text.startsWith(MARK, line);
  }

  /// Where the row begins that `at` would divide; -1 if it divides none.
  static int divided(String text, int at) {
    if (at <= 0 || at >= text.length() || text.charAt(at) == '\n' || text.charAt(at - 1) == '\n') {
      return -1;
    }
    int line = text.lastIndexOf('\n', at - 1) + 1;
    return begins(text, line) ? line : -1;
  }

  /// One past the last character of the row that starts at `line`.
  static int end(String text, int line) {
    int end = text.indexOf('\n', line);
    return end < 0 ? text.length() : end;
  }
}
