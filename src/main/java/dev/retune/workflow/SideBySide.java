package dev.retune.workflow;

import dev.retune.document.Chunk;
import java.util.List;

/// One question, answered by base model, tuned model and BM25, best first.
///
/// @param judged whether the right passage is known
public record SideBySide(
    String question, boolean judged, List<Result> base, List<Result> tuned, List<Result> bm25) {
  public SideBySide {
    base = List.copyOf(base);
    tuned = List.copyOf(tuned);
    bm25 = List.copyOf(bm25);
  }

  /// A passage that was found.
  ///
  /// @param rank from 1
  /// @param baseRank rank under the base model; 0 if it is not among the base model's results
  /// @param right whether it is known to answer the question
  public record Result(int rank, int baseRank, Chunk chunk, double score, boolean right) {

    /// Places gained against the base model; 0 where the base model did not show it.
    public int gained() {
      return baseRank == 0 ? 0 : baseRank - rank;
    }

    /// Whether the base model did not show it at all.
    public boolean appeared() {
      return baseRank == 0;
    }
  }

  /// Rank of the best right passage in a column; 0 if none is there.
  public static int rankOfRight(List<Result> column) {
    return column.stream().filter(Result::right).mapToInt(Result::rank).findFirst().orElse(0);
  }

  /// How many of the tuned model's results the base model did not show.
  public int appeared() {
    return (int) tuned.stream().filter(Result::appeared).count();
  }
}
