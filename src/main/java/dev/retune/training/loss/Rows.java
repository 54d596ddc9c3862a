package dev.retune.training.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.stream.IntStream;

/// Moves rows by products with ones and zeros, which are exact and go back the same way.
///
/// DJL's own `concat` cuts the way back.
public final class Rows {
  private Rows() {}

  /// @param rows `[n, dimension]`
  /// @param indices which of them, in which order, any of them as often as wanted
  /// @return `[indices, dimension]`
  public static NDArray pick(NDArray rows, List<Integer> indices) {
    var total = (int) rows.getShape().get(0);
    var ones = new float[indices.size() * total];
    for (var row = 0; row < indices.size(); row++) {
      ones[row * total + indices.get(row)] = 1;
    }
    return rows.getManager().create(ones, new Shape(indices.size(), total)).matMul(rows);
  }

  /// All rows of `parts`, one part after another.
  public static NDArray join(List<NDArray> parts) {
    var sizes = parts.stream().mapToInt(part -> (int) part.getShape().get(0)).toArray();
    var total = IntStream.of(sizes).sum();
    NDArray joined = null;
    var start = 0;
    for (var i = 0; i < sizes.length; i++) {
      var placed = place(parts.get(i), start, total);
      joined = joined == null ? placed : joined.add(placed);
      start += sizes[i];
    }
    if (joined == null) {
      throw new IllegalArgumentException("nothing to join");
    }
    return joined;
  }

  /// Numbers of rows side by side.
  ///
  /// @param each one array `[rows]` a column
  /// @return `[rows, columns]`
  static NDArray beside(List<NDArray> each) {
    var standing = each.stream().map(column -> column.reshape(1, column.size())).toList();
    return join(standing).transpose();
  }

  /// `rows` from row `start` of `total` rows on, zeros elsewhere.
  private static NDArray place(NDArray rows, int start, int total) {
    var size = (int) rows.getShape().get(0);
    if (size == total) {
      return rows;
    }
    var ones = new float[total * size];
    for (var row = 0; row < size; row++) {
      ones[(start + row) * size + row] = 1;
    }
    return rows.getManager().create(ones, new Shape(total, size)).matMul(rows);
  }
}
