package dev.retune.workflow;

/// Which of the base models that travel with the program suits which language.
public final class BaseModels {
  public static final String ENGLISH = "bge-small-en-v1.5";
  public static final String CHINESE = "bge-small-zh-v1.5";

  private BaseModels() {}

  /// The model for texts like `sample`: Chinese where at least a fifth of its letters are Han.
  public static String forText(String sample) {
    var letters = sample.codePoints().filter(Character::isLetter).count();
    var han =
        sample
            .codePoints()
            .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
            .count();
    return letters > 0 && han * 5 >= letters ? CHINESE : ENGLISH;
  }
}
