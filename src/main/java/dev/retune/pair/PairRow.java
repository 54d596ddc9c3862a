package dev.retune.pair;

import dev.retune.dataset.Split;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A pair as a table shows it: judgement, question and passage in one row.
///
/// @param id of the judgement; what [Review] takes
/// @param headingPath headings the passage stands under, outermost first
/// @param documentName file name, or name of the imported data set
/// @param firstPage page on which the passage begins, from 1; 0 where there are no pages
/// @param relevance graded score as in qrels; 0 does not answer, 3 answers fully
/// @param split null until pairs are split
/// @param answer the sentence of the passage that answers, word for word; null where nobody knows
public record PairRow(
    UUID id,
    UUID queryId,
    UUID chunkId,
    String question,
    String passage,
    List<String> headingPath,
    UUID documentId,
    String documentName,
    int firstPage,
    double relevance,
    ReviewStatus status,
    @Nullable Split split,
    Origin origin,
    @Nullable String answer) {

  public PairRow {
    headingPath = List.copyOf(headingPath);
  }

  /// This pair in another split, or in none.
  public PairRow withSplit(@Nullable Split other) {
    return new PairRow(
        id,
        queryId,
        chunkId,
        question,
        passage,
        headingPath,
        documentId,
        documentName,
        firstPage,
        relevance,
        status,
        other,
        origin,
        answer);
  }
}
