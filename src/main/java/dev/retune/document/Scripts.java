package dev.retune.document;

/// Which scripts are written without spaces between words.
final class Scripts {
  private Scripts() {}

  /// Whether text in this character's script runs on over a line's end without a space.
  static boolean spaceless(int c) {
    return Character.isIdeographic(c)
        || (c >= 0x3000 && c <= 0x30ff)
        || (c >= 0xff00 && c <= 0xff60);
  }
}
