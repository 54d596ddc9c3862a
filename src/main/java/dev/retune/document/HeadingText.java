package dev.retune.document;

/// What a heading can and cannot say.
final class HeadingText {
  private static final int LONGEST = 160;
  private static final int MOST_WORDS = 20;

  /// More words than these read as a sentence, unless they are capitalised like a title.
  private static final int SENTENCE = 11;

  private static final int LABEL = 12;

  private HeadingText() {}

  /// Whether the text could be a heading: short, of words, no sentence, no line of contents.
  static boolean plausible(String text) {
    if (text.length() < 2 || text.length() > LONGEST || text.split("\\s+").length > MOST_WORDS) {
      return false;
    }
    char last = text.charAt(text.length() - 1);
    if (",;:，；：。".indexOf(last) >= 0 || (last == '.' && !text.matches(".*\\b[A-Z]\\."))) {
      return false;
    }
    int first = text.codePointAt(0);
    if (Character.isLowerCase(first) || symbol(first) || text.contains("/s/") || label(text)) {
      return false;
    }
    if (text.contains("....") || text.contains(". . .") || text.indexOf('\ufffd') >= 0) {
      return false;
    }
    if (text.split("\\s+").length > SENTENCE && !titleCase(text)) {
      return false;
    }
    long letters = text.codePoints().filter(Character::isLetter).count();
    long visible = text.codePoints().filter(c -> !Character.isWhitespace(c)).count();
    boolean spaceless = Scripts.spaceless(text.codePointAt(text.length() / 2));
    return letters * 2 >= visible && letters >= (spaceless ? 2 : 3) && !(spaceless && letters > 40);
  }

  /// A bullet or a box to tick.
  private static boolean symbol(int c) {
    return c == '•' || Character.getType(c) == Character.OTHER_SYMBOL;
  }

  /// A name before a colon, as in a signature or a form.
  private static boolean label(String text) {
    int colon = text.indexOf(':');
    return colon >= 0 && colon < LABEL && Numbering.depth(text) == 0;
  }

  /// Whether most long words begin with a capital.
  private static boolean titleCase(String text) {
    int words = 0;
    int capitals = 0;
    for (var word : text.split("\\s+")) {
      if (word.length() > 3 && Character.isLetter(word.charAt(0))) {
        words++;
        capitals += Character.isUpperCase(word.charAt(0)) ? 1 : 0;
      }
    }
    return capitals * 3 >= words * 2;
  }

  /// Whether every letter that has case is a capital, and there are enough to mean it.
  static boolean capitals(String text) {
    long upper = text.codePoints().filter(Character::isUpperCase).count();
    return upper >= 4 && text.codePoints().noneMatch(Character::isLowerCase);
  }
}
