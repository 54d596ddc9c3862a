package dev.retune.document;

/// One replacement in a text.
///
/// @param start first character that goes
/// @param end one past the last; the same as `start` where something is only put in
/// @param replacement what comes instead
record TextEdit(int start, int end, String replacement) {

  /// The shortest replacement that makes one text into the other.
  static TextEdit between(String before, String after) {
    int most = Math.min(before.length(), after.length());
    int start = 0;
    while (start < most && before.charAt(start) == after.charAt(start)) {
      start++;
    }
    if (start > 0 && start < most && Character.isLowSurrogate(before.charAt(start))) {
      start--;
    }
    int tail = 0;
    while (tail < most - start
        && before.charAt(before.length() - 1 - tail) == after.charAt(after.length() - 1 - tail)) {
      tail++;
    }
    if (tail > 0 && Character.isLowSurrogate(before.charAt(before.length() - tail))) {
      tail--;
    }
    return new TextEdit(
        start, before.length() - tail, after.substring(start, after.length() - tail));
  }

  boolean nothing() {
    return start == end && replacement.isEmpty();
  }

  String applied(String text) {
    return text.substring(0, start) + replacement + text.substring(end);
  }

  /// Where a range of the text is afterwards.
  ///
  /// @param takes whether what is put in right before or after the range becomes part of it
  Span moved(int from, int to, boolean takes) {
    int grown = replacement.length() - (end - start);
    if (from == to && !takes) {
      return from >= end && from > start ? new Span(from + grown, to + grown) : new Span(from, to);
    }
    boolean before = takes ? to < start : to <= start;
    boolean behind = takes ? from > end : from >= end;
    if (before) {
      return new Span(from, to);
    }
    if (behind) {
      return new Span(from + grown, to + grown);
    }
    int first = from <= start ? from : start;
    int last = to >= end ? to + grown : start + replacement.length();
    return new Span(first, last);
  }
}
