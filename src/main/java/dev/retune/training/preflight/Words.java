package dev.retune.training.preflight;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Words of a text, whatever its script.
final class Words {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private Words() {}

  static boolean any(String text) {
    return WORD.matcher(text).find();
  }

  /// How many there are, counted up to `most`; scripts without spaces count by characters.
  static int count(String text, int most) {
    var words = WORD.matcher(text);
    var count = 0;
    while (count < most && words.find()) {
      var word = words.group();
      count += word.codePoints().anyMatch(Words::standsAlone) ? word.length() : 1;
    }
    return Math.min(count, most);
  }

  private static boolean standsAlone(int letter) {
    return switch (Character.UnicodeScript.of(letter)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }

  /// Texts that differ in spaces and case only are the same.
  static String plain(@Nullable String text) {
    return text == null ? "" : SPACE.matcher(text.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
  }
}
