package dev.retune.pair;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// Which question is asked about which passage, so that no question gets two right answers.
/// Capitals, spaces and punctuation make no difference. Thread-safe.
final class AskedQuestions {
  private static final Pattern NOISE = Pattern.compile("[\\s\\p{Punct}\\p{IsPunctuation}]+");

  private final Map<String, UUID> chunks = new ConcurrentHashMap<>();

  AskedQuestions(Collection<PairRow> rows) {
    rows.forEach(row -> chunks.putIfAbsent(key(row.question()), row.chunkId()));
  }

  /// Whether the question is asked about another passage than this.
  boolean elsewhere(String question, UUID chunk) {
    var owner = chunks.get(key(question));
    return owner != null && !owner.equals(chunk);
  }

  /// Takes the question for a passage; false if it is asked already, about whatever passage.
  boolean claim(String question, UUID chunk) {
    return chunks.putIfAbsent(key(question), chunk) == null;
  }

  private static String key(String question) {
    return NOISE.matcher(question.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }
}
