package dev.retune.document;

/// The head of a Markdown table in a document's text: its caption, the row of headings and the line
/// below, which all stay with the first row.
final class TableHead {
  private static final int LONGEST_CAPTION = 600;

  private TableHead() {}

  /// One past the last character of the head that starts with the line at `start`; -1 if none does.
  static int end(String text, int start) {
    int first = lineEnd(text, start);
    int head = headingsEnd(text, start, first);
    if (head < 0 && first < text.length() && Captions.begins(text.substring(start, first))) {
      return first - start > LONGEST_CAPTION
          ? -1
          : headingsEnd(text, first + 1, lineEnd(text, first + 1));
    }
    return head;
  }

  /// Where the line below the headings in `[start, end)` ends.
  private static int headingsEnd(String text, int start, int end) {
    if (end >= text.length() || text.charAt(start) != '|') {
      return -1;
    }
    int below = lineEnd(text, end + 1);
    return MarkdownTable.isDivider(text.substring(end + 1, below)) ? below : -1;
  }

  private static int lineEnd(String text, int start) {
    int end = text.indexOf('\n', start);
    return end < 0 ? text.length() : end;
  }
}
