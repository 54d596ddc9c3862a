package dev.retune.pair;

import dev.retune.dataset.Split;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A question about to be stored with the chunks it is judged against.
///
/// @param question trimmed, not blank
/// @param split null if it is to be placed later
/// @param answer the sentence that answers, word for word; null if not known
record NewPair(
    String question,
    List<Grade> grades,
    ReviewStatus status,
    @Nullable Split split,
    @Nullable String answer) {

  /// How relevant one chunk is.
  record Grade(UUID chunkId, double relevance) {}
}
