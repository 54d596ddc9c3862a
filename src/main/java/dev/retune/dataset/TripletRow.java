package dev.retune.dataset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A query, a passage that answers it, and passages that look alike but do not.
///
/// @param query id of the query
/// @param positive id of the answering passage in the corpus
/// @param negatives ids of the others in the corpus; at least one
/// @param posScores a teacher's score of the answering passage, as the only element; null if no
///   teacher was asked
/// @param negScores the teacher's score of each negative; null if no teacher was asked
public record TripletRow(
    String query,
    String positive,
    List<String> negatives,
    @Nullable List<Double> posScores,
    @Nullable List<Double> negScores,
    Split split,
    @Nullable Origin origin)
    implements Row {

  public TripletRow {
    negatives = List.copyOf(negatives);
    posScores = posScores == null ? null : List.copyOf(posScores);
    negScores = negScores == null ? null : List.copyOf(negScores);
  }

  /// A row that no teacher has scored.
  public TripletRow(
      String query, String positive, List<String> negatives, Split split, @Nullable Origin origin) {
    this(query, positive, negatives, null, null, split, origin);
  }

  /// Whether scores are missing on both sides, or there is one for every passage.
  boolean scoredWhole() {
    if (posScores == null || negScores == null) {
      return posScores == null && negScores == null;
    }
    return posScores.size() == 1 && negScores.size() == negatives.size();
  }
}
