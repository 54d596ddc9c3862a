package dev.retune.ui.pairs;

import dev.retune.pair.Origin;
import dev.retune.pair.PairRow;
import dev.retune.pair.ReviewStatus;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/// Which pairs are shown; each part that is empty lets all through.
///
/// @param search words that must all stand in question, headings or document name
record PairFilter(
    Optional<ReviewStatus> status,
    Optional<UUID> document,
    Optional<Origin> origin,
    Optional<PairFlag> flag,
    String search) {

  static final PairFilter NONE =
      new PairFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "");

  PairFilter withStatus(Optional<ReviewStatus> value) {
    return new PairFilter(value, document, origin, flag, search);
  }

  PairFilter withDocument(Optional<UUID> value) {
    return new PairFilter(status, value, origin, flag, search);
  }

  PairFilter withOrigin(Optional<Origin> value) {
    return new PairFilter(status, document, value, flag, search);
  }

  PairFilter withFlag(Optional<PairFlag> value) {
    return new PairFilter(status, document, origin, value, search);
  }

  PairFilter withSearch(String value) {
    return new PairFilter(status, document, origin, flag, value);
  }

  boolean isNone() {
    return withSearch(search.strip()).equals(NONE);
  }

  /// The test for one row.
  Predicate<PairRow> test(Map<UUID, Set<PairFlag>> flags) {
    var words = search.isBlank() ? new String[0] : search.strip().split("\\s+");
    return row ->
        status.map(wanted -> row.status() == wanted).orElse(true)
            && document.map(wanted -> row.documentId().equals(wanted)).orElse(true)
            && origin.map(wanted -> row.origin() == wanted).orElse(true)
            && flag.map(wanted -> flags.getOrDefault(row.id(), Set.of()).contains(wanted))
                .orElse(true)
            && containsAll(row, words);
  }

  private static boolean containsAll(PairRow row, String[] words) {
    for (var word : words) {
      if (!contains(row.question(), word)
          && !contains(row.documentName(), word)
          && row.headingPath().stream().noneMatch(heading -> contains(heading, word))) {
        return false;
      }
    }
    return true;
  }

  /// Like `String.contains`, without regard to case and without a copy of the text.
  private static boolean contains(String text, String word) {
    for (var at = 0; at <= text.length() - word.length(); at++) {
      if (text.regionMatches(true, at, word, 0, word.length())) {
        return true;
      }
    }
    return false;
  }
}
