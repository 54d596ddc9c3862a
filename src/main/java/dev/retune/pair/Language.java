package dev.retune.pair;

/// The languages that questions are written in.
enum Language {
  ENGLISH,
  CHINESE;

  /// Chinese if at least a fifth of the letters are Han characters: a Chinese text may well be full
  /// of Latin part numbers, an English one hardly of Han characters.
  static Language of(String text) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    long han =
        text.codePoints()
            .filter(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN)
            .count();
    return han * 5 >= letters && han > 0 ? CHINESE : ENGLISH;
  }
}
