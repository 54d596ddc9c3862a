package dev.retune.document;

import com.ibm.icu.text.Normalizer2;

/// Writes a cleaned text beside its offset map: one kind of space, ligatures as letters, the
/// radicals that Chinese fonts put for characters as those characters, nothing that is invisible or
/// has no name, no leaders of dots.
final class TextCleaner {
  private static final int LEADER = 4;

  private final StringBuilder out = new StringBuilder();
  private final OffsetMapBuilder offsets = new OffsetMapBuilder();
  private int spaceFrom = -1;
  private int spaceTo;
  private int last;
  private boolean inCell;

  /// Cleaned so far.
  int length() {
    return out.length();
  }

  char lastChar() {
    return out.isEmpty() ? '\n' : out.charAt(out.length() - 1);
  }

  StringBuilder out() {
    return out;
  }

  OffsetMap offsets() {
    return offsets.build();
  }

  /// Writes `raw[start, end)`, without space at its ends.
  void line(String raw, int start, int end) {
    spaceFrom = -1;
    boolean begun = false;
    for (int i = start; i < end; ) {
      int leader = leader(raw, i, end);
      int c = raw.codePointAt(i);
      int next = leader > 0 ? i + leader : i + Character.charCount(c);
      if (leader > 0) {
        begun |= put("…", i, next, begun);
      } else if (space(c)) {
        spaceFrom = spaceFrom < 0 ? i : spaceFrom;
        spaceTo = next;
      } else if (!invisible(c)) {
        begun |= put(inCell && c == '|' ? "\\|" : plain(c), i, next, begun);
      }
      i = next;
    }
    spaceFrom = -1;
  }

  /// Writes `raw[start, end)` as [#line] does, in a cell of a Markdown table.
  void cell(String raw, int start, int end) {
    inCell = true;
    line(raw, start, end);
    inCell = false;
  }

  /// Writes what stands nowhere in the raw text.
  void insert(String text) {
    write(text, last, last);
  }

  private boolean put(String text, int from, int to, boolean begun) {
    if (spaceFrom >= 0 && begun) {
      write(" ", spaceFrom, spaceTo);
    }
    spaceFrom = -1;
    write(text, from, to);
    return true;
  }

  /// Writes what stands between two lines: a space, a line feed, or nothing.
  void join(String separator, int nextStart) {
    if (!separator.isEmpty()) {
      write(separator, last, nextStart);
    }
  }

  /// Takes back the character just written.
  void dropLast() {
    out.setLength(out.length() - 1);
    offsets.shorten();
  }

  private void write(String text, int from, int to) {
    out.append(text);
    offsets.segment(text.length(), from, to);
    last = to;
  }

  /// Length of a run of dots that leads the eye to a page number; fonts often do not name them.
  private static int leader(String raw, int from, int end) {
    int i = from;
    int dots = 0;
    while (i < end && (dot(raw.charAt(i)) || (dots > 0 && raw.charAt(i) == ' '))) {
      dots += raw.charAt(i) == ' ' ? 0 : 1;
      i++;
    }
    while (i > from && raw.charAt(i - 1) == ' ') {
      i--;
    }
    return dots >= LEADER ? i - from : 0;
  }

  private static boolean dot(char c) {
    return c == '.' || c == '·' || c == '…' || c == '_' || c == '\ufffd' || c == '‧';
  }

  private static boolean space(int c) {
    // Some fonts call their space by a control code.
    return Character.isSpaceChar(c) || Character.isISOControl(c);
  }

  private static boolean invisible(int c) {
    var type = Character.getType(c);
    return type == Character.FORMAT || type == Character.SURROGATE || c == 0xfffd;
  }

  private static String plain(int c) {
    return switch (c) {
      case 0x2010, 0x2011 -> "-";
      // Symbol and Wingdings bullets, which have no Unicode character of their own.
      case 0xf0b7, 0xf0a7, 0xf0d8, 0xf076 -> "•";
      default ->
          (c >= 0xfb00 && c <= 0xfb06) || (c >= 0x2f00 && c <= 0x2fd5)
              ? Normalizer2.getNFKCInstance().normalize(Character.toString(c))
              : Character.toString(c);
    };
  }
}
