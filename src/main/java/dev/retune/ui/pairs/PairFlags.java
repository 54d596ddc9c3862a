package dev.retune.ui.pairs;

import dev.retune.pair.PairRow;
import dev.retune.pair.ReviewStatus;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Finds what deserves a look.
final class PairFlags {
  private static final int SHORT_WORDS = 4;
  private static final int SHORT_IDEOGRAPHS = 6;
  private static final int COPIED_CHARACTERS = 40;

  private PairFlags() {}

  /// The flags of the pairs that have any.
  static Map<UUID, Set<PairFlag>> of(Collection<PairRow> rows) {
    var asked = new HashMap<String, UUID>();
    var twice = new HashSet<String>();
    for (var row : rows) {
      var first = asked.putIfAbsent(key(row), row.chunkId());
      if (first != null && !first.equals(row.chunkId())) {
        twice.add(key(row));
      }
    }
    var flags = new HashMap<UUID, Set<PairFlag>>();
    for (var row : rows) {
      var found = EnumSet.noneOf(PairFlag.class);
      if (twice.contains(key(row))) {
        found.add(PairFlag.DUPLICATE);
      }
      if (copied(row)) {
        found.add(PairFlag.COPIED);
      }
      if (tooShort(row.question())) {
        found.add(PairFlag.SHORT);
      }
      if (row.status() == ReviewStatus.ACCEPTED && row.split() == null) {
        found.add(PairFlag.UNSPLIT);
      }
      if (!found.isEmpty()) {
        flags.put(row.id(), found);
      }
    }
    return flags;
  }

  private static String key(PairRow row) {
    return row.question().strip().toLowerCase(Locale.ROOT);
  }

  /// Whether the middle of the question stands word for word in the passage.
  private static boolean copied(PairRow row) {
    var question = row.question().strip();
    if (question.length() < COPIED_CHARACTERS + 10) {
      return false;
    }
    var from = (question.length() - COPIED_CHARACTERS) / 2;
    return row.passage().contains(question.substring(from, from + COPIED_CHARACTERS));
  }

  private static boolean tooShort(String question) {
    var ideographs = question.codePoints().filter(Character::isIdeographic).count();
    return ideographs > 0
        ? question.strip().length() < SHORT_IDEOGRAPHS
        : question.strip().split("\\s+").length < SHORT_WORDS;
  }
}
