package dev.retune.pair;

import dev.retune.dataset.Split;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A question that somebody reviewed before it came to this project.
///
/// @param chunkIds every chunk that answers it
/// @param relevance graded score as in qrels, the same for each of these chunks
/// @param answer the sentence that answers, word for word; null if not known
public record ReviewedPair(
    String question, List<UUID> chunkIds, double relevance, Split split, @Nullable String answer) {

  public ReviewedPair {
    chunkIds = List.copyOf(chunkIds);
  }
}
