package dev.retune.training.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The embeddings of one batch as a loss sees them.
///
/// @param columns one array a column of the rows, each `[rows, dimension]` as the model gives it:
///   query, passage and hard negatives; or first and second text; or the text alone
/// @param targets what the data says of each row, `[rows, targets]`: a score, a label, a class, the
///   teacher's scores; null where it says nothing
/// @param weights how much each row counts, `[rows]`; null if all count alike
/// @param excluded `[rows, candidates]`, 1 where a passage of the batch must not count as wrong for
///   the row's query; candidates are the passages of all rows, then their first negatives, and so
///   on; null if there are none
/// @param guide the same texts as a frozen model embeds them, in the same columns; empty without a
///   guide
public record LossBatch(
    List<NDArray> columns,
    @Nullable NDArray targets,
    @Nullable NDArray weights,
    @Nullable NDArray excluded,
    List<NDArray> guide) {

  public LossBatch {
    columns = List.copyOf(columns);
    guide = List.copyOf(guide);
  }

  /// A batch without a guide.
  public LossBatch(
      List<NDArray> columns,
      @Nullable NDArray targets,
      @Nullable NDArray weights,
      @Nullable NDArray excluded) {
    this(columns, targets, weights, excluded, List.of());
  }

  /// A batch of which nothing but its texts is known.
  public static LossBatch of(NDArray... columns) {
    return new LossBatch(List.of(columns), null, null, null);
  }

  /// The same batch with other vectors of its texts.
  public LossBatch withColumns(List<NDArray> others) {
    return new LossBatch(others, targets, weights, excluded, guide);
  }

  public NDArray column(int index) {
    return columns.get(index);
  }

  /// The columns after the first: what each row's query is compared with.
  List<NDArray> others() {
    return columns.subList(1, columns.size());
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

  /// The only target of each row, `[rows]`.
  ///
  /// @throws IllegalStateException if the data says nothing of its rows
  NDArray target() {
    return known().reshape(rows());
  }

  /// The mean over rows, each counting by its weight.
  ///
  /// @param each `[rows]`
  NDArray mean(NDArray each) {
    return weights == null ? each.mean() : each.mul(weights).sum().div(weights.sum());
  }

  /// The mean of each row over those of its hard negatives that count: `[rows]`.
  ///
  /// @param each `[rows, hard negatives]`
  NDArray meanOfNegatives(NDArray each) {
    var left = ownExcluded();
    if (left == null) {
      return each.mean(new int[] {1});
    }
    var counting = left.get(":, 1:").neg().add(1);
    return each.mul(counting)
        .sum(new int[] {1})
        .div(Similarities.atLeast(1, counting.sum(new int[] {1})));
  }

  /// Which of its own other texts a row must not be compared with: `[rows, columns − 1]`, else 0.
  @Nullable NDArray ownExcluded() {
    if (excluded == null) {
      return null;
    }
    var rows = rows();
    var others = columns.size() - 1;
    var marks = excluded.toFloatArray();
    var own = new float[rows * others];
    for (var row = 0; row < rows; row++) {
      for (var other = 0; other < others; other++) {
        own[row * others + other] = marks[row * rows * others + other * rows + row];
      }
    }
    return excluded.getManager().create(own, new Shape(rows, others));
  }
}
