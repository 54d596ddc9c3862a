package dev.retune.training.loss;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The embeddings of one batch as a loss sees them.
///
/// @param columns one array a column of the rows, each `[rows, dimension]` as the model gives it:
///   query, passage and hard negatives; or first and second text; or the text alone
/// @param targets what the data says of each row, `[rows, targets]`: a score, a label, the
///   teacher's scores; null where it says nothing
/// @param weights how much each row counts, `[rows]`; null if all count alike
/// @param excluded `[rows, candidates]`, 1 where a passage of the batch must not count as wrong for
///   the row's query; candidates are the passages of all rows, then their first negatives, and so
///   on; null if there are none
public record LossBatch(
    List<NDArray> columns,
    @Nullable NDArray targets,
    @Nullable NDArray weights,
    @Nullable NDArray excluded) {

  public LossBatch {
    columns = List.copyOf(columns);
  }

  /// A batch of which nothing but its texts is known.
  public static LossBatch of(NDArray... columns) {
    return new LossBatch(List.of(columns), null, null, null);
  }

  public NDArray column(int index) {
    return columns.get(index);
  }

  /// The number of rows.
  public int rows() {
    return (int) columns.getFirst().getShape().get(0);
  }

  /// @throws IllegalStateException if the data says nothing of its rows
  public NDArray known() {
    if (targets == null) {
      throw new IllegalStateException("this loss needs targets");
    }
    return targets;
  }
}
