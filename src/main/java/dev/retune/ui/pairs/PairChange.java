package dev.retune.ui.pairs;

import dev.retune.dataset.Split;
import dev.retune.pair.PairRow;
import dev.retune.pair.ReviewStatus;
import org.jspecify.annotations.Nullable;

/// A pair as it will be once a decision is stored, to be shown at once.
final class PairChange {
  private PairChange() {}

  static PairRow withStatus(PairRow row, ReviewStatus status) {
    return copy(row, row.question(), row.relevance(), status, row.split());
  }

  static PairRow withRelevance(PairRow row, double relevance) {
    return copy(row, row.question(), relevance, row.status(), row.split());
  }

  static PairRow withQuestion(PairRow row, String question) {
    return copy(row, question, row.relevance(), row.status(), row.split());
  }

  private static PairRow copy(
      PairRow row, String question, double relevance, ReviewStatus status, @Nullable Split split) {
    return new PairRow(
        row.id(),
        row.queryId(),
        row.chunkId(),
        question,
        row.passage(),
        row.headingPath(),
        row.documentId(),
        row.documentName(),
        row.firstPage(),
        relevance,
        status,
        split,
        row.origin(),
        row.answer());
  }
}
