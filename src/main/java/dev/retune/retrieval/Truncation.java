package dev.retune.retrieval;

import dev.retune.dataset.RetrievalSet;
import dev.retune.encoder.Embedder;
import dev.retune.encoder.InputType;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/// How many texts a model cannot read to the end.
///
/// @param queries how many queries there are
/// @param passages how many passages there are
/// @param truncatedQueries how many of the queries are cut
/// @param truncatedPassages how many of the passages are cut
public record Truncation(int queries, int passages, int truncatedQueries, int truncatedPassages) {

  /// Counts the texts of `set` that are longer than the embedder's limit.
  public static Truncation of(Embedder embedder, RetrievalSet set) {
    return new Truncation(
        set.queries().size(),
        set.corpus().size(),
        cut(embedder, set.queries().values(), InputType.QUERY),
        cut(embedder, set.corpus().values(), InputType.PASSAGE));
  }

  private static int cut(Embedder embedder, Collection<String> texts, InputType type) {
    var counts = embedder.tokenCounts(List.copyOf(texts), type);
    return (int) Arrays.stream(counts).filter(count -> count > embedder.maxTokens()).count();
  }

  /// These counts where passages are read window by window: no passage is cut.
  public Truncation byWindows() {
    return new Truncation(queries, passages, truncatedQueries, 0);
  }

  /// The share of all texts that is cut, 0 to 1.
  public double share() {
    int all = queries + passages;
    return all == 0 ? 0 : (double) (truncatedQueries + truncatedPassages) / all;
  }

  /// The share of passages that is cut, 0 to 1.
  public double passageShare() {
    return passages == 0 ? 0 : (double) truncatedPassages / passages;
  }
}
