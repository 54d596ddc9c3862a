package dev.retune.document.table;

import java.util.List;
import java.util.regex.Pattern;

/// Words of one row that stand as close together as those of a sentence.
record Segment(List<Word> words, Area area) {
  private static final Pattern NUMBER =
      Pattern.compile(
          "[\\s$€£¥%()\\[\\]+\\-–—−±<>≤≥~*†‡△▲./,:\\d\u00a0]*\\d[\\s$€£¥%()\\[\\]+\\-–—−±<>≤≥~*†‡△▲./,:\\d\u00a0]*[a-zA-Z%]?\\)?");
  private static final Pattern NOTHING = Pattern.compile("[-–—−.*…]+|(?i:n/?a)|%|[$€£¥]|\\)");

  static Segment of(List<Word> words) {
    return new Segment(List.copyOf(words), Area.around(words));
  }

  String text() {
    return String.join(" ", words.stream().map(Word::text).toList());
  }

  float size() {
    return words.getFirst().size();
  }

  float left() {
    return area.left();
  }

  float right() {
    return area.right();
  }

  /// Whether it is a figure, or stands for one that is missing.
  boolean numeric() {
    return numeric(text());
  }

  static boolean numeric(String text) {
    return NUMBER.matcher(text).matches() || NOTHING.matcher(text).matches();
  }
}
