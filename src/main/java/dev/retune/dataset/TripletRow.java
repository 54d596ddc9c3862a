package dev.retune.dataset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A query, a passage that answers it, and passages that look alike but do not.
///
/// @param query id of the query
/// @param positive id of the answering passage in the corpus
/// @param negatives ids of the others in the corpus; at least one
public record TripletRow(
    String query, String positive, List<String> negatives, Split split, @Nullable Origin origin)
    implements Row {

  public TripletRow {
    negatives = List.copyOf(negatives);
  }
}
