package dev.retune.pair.builtin;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// What the other passages of the project say: which words are rare, which are names, and which
/// sentences stand in several passages.
public final class Corpus {
  private static final Pattern WORD = Pattern.compile("\\p{IsLatin}[\\p{IsLatin}\\d\\-]*");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");

  private final Map<String, Integer> passagesWith = new HashMap<>();
  private final Map<String, Integer> lowerCase = new HashMap<>();
  private final Map<String, Integer> sentences = new HashMap<>();
  private final Map<String, Integer> headings = new HashMap<>();
  private final int passages;

  private Corpus(int passages) {
    this.passages = passages;
  }

  /// @param texts all passages
  /// @param headings the innermost heading, with its number, of each passage that has one
  public static Corpus of(Collection<String> texts, Collection<String> headings) {
    var corpus = new Corpus(texts.size());
    texts.forEach(corpus::add);
    headings.stream()
        .distinct()
        .forEach(heading -> corpus.headings.merge(bare(heading), 1, Integer::sum));
    return corpus;
  }

  private void add(String text) {
    new HashSet<>(terms(text)).forEach(term -> passagesWith.merge(term, 1, Integer::sum));
    WORD.matcher(text)
        .results()
        .map(match -> match.group())
        .filter(word -> Character.isLowerCase(word.charAt(0)))
        .forEach(word -> lowerCase.merge(word, 1, Integer::sum));
    new HashSet<>(Sentences.of(text).stream().map(Sentence::text).toList())
        .forEach(sentence -> sentences.merge(sentence, 1, Integer::sum));
  }

  /// Words in lower case, and pairs of neighbouring Han characters.
  static List<String> terms(String text) {
    var words = WORD.matcher(text).results().map(match -> match.group().toLowerCase(Locale.ROOT));
    var pairs =
        HAN.matcher(text)
            .results()
            .flatMap(match ->
                java.util.stream.IntStream.range(0, match.group().length() - 1)
                    .mapToObj(i -> match.group().substring(i, i + 2)));
    return java.util.stream.Stream.concat(words, pairs).toList();
  }

  /// How telling a term is: 0 stands in every passage, 1 in a single one.
  double rarity(String term) {
    if (passages < 2) {
      return 1;
    }
    int with = Math.max(1, passagesWith.getOrDefault(term, 1));
    return Math.log((double) passages / with) / Math.log(passages);
  }

  /// How telling a question is: the mean rarity of its three rarest terms.
  double telling(String question, java.util.Set<String> stopWords) {
    var rarest =
        terms(question).stream()
            .filter(term -> !stopWords.contains(term))
            .distinct()
            .map(this::rarity)
            .sorted(java.util.Comparator.reverseOrder())
            .limit(3)
            .toList();
    return rarest.stream().mapToDouble(Double::doubleValue).sum() / 3;
  }

  /// Whether a word is also written in lower case, so that its capital is only a sentence's.
  boolean common(String word) {
    return lowerCase.getOrDefault(word.toLowerCase(Locale.ROOT), 0) > 0;
  }

  /// Whether the sentence stands in more than one passage, as an overlap or a formula does.
  boolean repeated(String sentence) {
    return sentences.getOrDefault(sentence, 0) > 1;
  }

  private static String bare(String heading) {
    return heading.replaceFirst("^(?:\\d+(?:\\.\\d+)*\\.?|第[一二三四五六七八九十\\d]+[章节])\\s+", "").strip();
  }

  /// Whether the heading, without its number, stands in several places.
  boolean sharedHeading(String heading) {
    return headings.getOrDefault(heading, 0) > 1;
  }
}
