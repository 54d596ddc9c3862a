package dev.retune.document;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The words of a document, to judge whether a hyphen at a line's end belongs to the word.
final class Vocabulary {
  private static final Pattern WORD =
      Pattern.compile("\\p{L}{2,}(?:[-\u2010\u2011]\\p{L}{2,})*+(?![-\u2010\u2011\u00ad]?\\s*\\n)");

  private final Set<String> words = new HashSet<>();

  Vocabulary(List<SourcePage> pages) {
    for (var page : pages) {
      var matcher = WORD.matcher(page.text());
      while (matcher.find()) {
        words.add(plain(matcher.group()));
      }
    }
  }

  /// Whether `first-` at a line's end and `second` on the next line are one word without hyphen.
  ///
  /// The document's own spelling elsewhere decides; failing that, two words that stand alone
  /// elsewhere are taken for a compound.
  boolean joins(String first, String second) {
    var joined = plain(first + second);
    var hyphenated = plain(first + "-" + second);
    if (words.contains(joined) != words.contains(hyphenated)) {
      return words.contains(joined);
    }
    return !(words.contains(plain(first)) && words.contains(plain(second)));
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace('\u2010', '-').replace('\u2011', '-');
  }
}
