package dev.retune.document.ocr;

import java.text.Normalizer;

/// How many characters have to be put in, taken out or changed (Levenshtein), as a share of those
/// that should stand there. White space counts as one space; kinds of quotes and dashes, which a
/// person would not tell apart, count alike.
public final class CharacterErrors {
  private CharacterErrors() {}

  public static double rate(String expected, String read) {
    var right = plain(expected);
    return (double) distance(right, plain(read)) / right.length();
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("[\\u2018\\u2019`]", "'")
        .replaceAll("[\\u201c\\u201d]", "\"")
        .replaceAll("[\\u2010-\\u2015]", "-")
        .replaceAll("\\s+", " ")
        .strip();
  }

  private static int distance(String a, String b) {
    var row = new int[b.length() + 1];
    for (var j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (var i = 1; i <= a.length(); i++) {
      var diagonal = row[0];
      row[0] = i;
      for (var j = 1; j <= b.length(); j++) {
        var above = row[j];
        var change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, 1 + Math.min(above, row[j - 1]));
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
