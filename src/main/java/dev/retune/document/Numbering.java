package dev.retune.document;

import java.util.regex.Pattern;

/// Marks that stand before a heading or a list item: `1.2`, `Item 1A.`, `第三章`, `•`.
final class Numbering {
  private static final Pattern BULLET = Pattern.compile("[•◦▪■●○◆‣∙·*\\-–o]");
  private static final Pattern LIST =
      Pattern.compile("\\(?(?:\\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)]|[①-⑳]|[（(][一二三四五六七八九十]{1,3}[）)]");
  private static final Pattern DECIMAL = Pattern.compile("\\d{1,2}(?:\\.\\d{1,3}){0,4}\\.?");
  private static final Pattern ENGLISH =
      Pattern.compile(
          "(part|chapter|appendix|annex|section|item|article|note)\\s+([0-9]{1,3}[a-z]?|[ivxlc]{1,7}|[a-z])[.:]?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CHINESE =
      Pattern.compile("第[0-9一二三四五六七八九十百零〇]{1,5}([编篇部章节条款])|(附录)[A-Z0-9一二三四五六七八九十]?");
  private static final Pattern CHINESE_LIST = Pattern.compile("[一二三四五六七八九十]{1,3}、");

  private Numbering() {}

  /// Whether all of `text` is a mark.
  static boolean isMark(CharSequence text) {
    var stripped = text.toString().strip();
    return stripped.length() <= 16 && markLength(stripped) == stripped.length();
  }

  /// Whether `text` is an item of a list: a mark with something behind it. A bare number is none,
  /// because any line of a paragraph may begin with one.
  static boolean isListItem(String text) {
    int mark = markLength(text, BULLET, LIST, CHINESE_LIST);
    return mark > 0 && mark < text.length();
  }

  /// Length of the mark at the start of `text`; 0 if there is none.
  static int markLength(String text) {
    return markLength(text, BULLET, LIST, ENGLISH, CHINESE, CHINESE_LIST, DECIMAL);
  }

  private static int markLength(String text, Pattern... patterns) {
    for (var pattern : patterns) {
      var matcher = pattern.matcher(text);
      if (matcher.lookingAt() && endsMark(text, matcher.end(), pattern)) {
        return matcher.end();
      }
    }
    return 0;
  }

  private static boolean endsMark(String text, int end, Pattern pattern) {
    return end == text.length()
        || Character.isWhitespace(text.charAt(end))
        || pattern == CHINESE
        || pattern == CHINESE_LIST
        || (pattern == LIST && text.charAt(end) > 0x2e7f);
  }

  /// Depth of the numbered heading that `text` begins with, from 1; 0 if it is not numbered.
  static int depth(String text) {
    var english = ENGLISH.matcher(text);
    if (english.lookingAt() && endsMark(text, english.end(), ENGLISH)) {
      return switch (english.group(1).toLowerCase(java.util.Locale.ROOT)) {
        case "part", "chapter", "appendix", "annex" -> 1;
        default -> 2;
      };
    }
    var chinese = CHINESE.matcher(text);
    if (chinese.lookingAt()) {
      var unit = chinese.group(1) == null ? "章" : chinese.group(1);
      return switch (unit) {
        case "节" -> 2;
        case "条", "款" -> 3;
        default -> 1;
      };
    }
    if (CHINESE_LIST.matcher(text).lookingAt()) {
      return 2;
    }
    var decimal = DECIMAL.matcher(text);
    if (decimal.lookingAt()
        && decimal.end() < text.length()
        && endsMark(text, decimal.end(), DECIMAL)) {
      var mark = decimal.group();
      return (int) mark.chars().filter(c -> c == '.').count() + (mark.endsWith(".") ? 0 : 1);
    }
    return 0;
  }
}
