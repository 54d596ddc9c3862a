package dev.retune.document;

import java.util.Locale;

/// Roman numerals, as page numbers of front matter use them.
final class Roman {
  private Roman() {}

  static int value(String numeral) {
    int sum = 0;
    int greatest = 0;
    var lower = numeral.toLowerCase(Locale.ROOT);
    for (int i = lower.length() - 1; i >= 0; i--) {
      int digit =
          switch (lower.charAt(i)) {
            case 'i' -> 1;
            case 'v' -> 5;
            case 'x' -> 10;
            case 'l' -> 50;
            case 'c' -> 100;
            default -> throw new IllegalArgumentException(numeral);
          };
      sum += digit < greatest ? -digit : digit;
      greatest = Math.max(greatest, digit);
    }
    return sum;
  }
}
