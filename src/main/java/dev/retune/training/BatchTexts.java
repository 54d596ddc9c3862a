package dev.retune.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The texts of one batch, each once however often it occurs, and where each stands in the columns
/// that the loss takes.
///
/// Rows with fewer hard negatives than others repeat their own; what is repeated does not count.
///
/// @param unique in the order of first occurrence
/// @param columns for each column the index in `unique` of each row's text: `[columns][rows]`
/// @param repeated whether a place holds a repetition: `[columns][rows]`
/// @param right for each row ids of passages that must not count as wrong
record BatchTexts(
    List<TextKey> unique,
    List<List<Integer>> columns,
    List<List<Boolean>> repeated,
    List<Set<String>> right) {

  static BatchTexts of(List<Example> batch) {
    var width = batch.stream().mapToInt(example -> example.texts().size()).max().orElse(0);
    var indices = new LinkedHashMap<TextKey, Integer>();
    var columns = new ArrayList<List<Integer>>();
    var repeated = new ArrayList<List<Boolean>>();
    for (var column = 0; column < width; column++) {
      var texts = new ArrayList<Integer>();
      var again = new ArrayList<Boolean>();
      for (var example : batch) {
        var own = example.texts();
        again.add(column >= own.size());
        var key = column < own.size() ? own.get(column) : own.get(cyclic(column, own.size()));
        texts.add(indices.computeIfAbsent(key, _ -> indices.size()));
      }
      columns.add(texts);
      repeated.add(again);
    }
    return new BatchTexts(
        List.copyOf(indices.keySet()),
        columns,
        repeated,
        batch.stream().map(Example::right).toList());
  }

  /// Query and passage stand first; what follows is gone through again and again.
  private static int cyclic(int column, int size) {
    return size <= 2 ? size - 1 : 2 + (column - 2) % (size - 2);
  }

  /// `[rows, rows × (columns − 1)]` with 1 where a candidate is a repetition, or no wrong one for
  /// the row (another window of the passage that answers it, too); null if none is.
  @Nullable NDArray excluded(NDManager scope) {
    var rows = columns.getFirst().size();
    var candidates = rows * (columns.size() - 1);
    var marks = new float[rows * candidates];
    var any = false;
    for (var column = 1; column < columns.size(); column++) {
      for (var of = 0; of < rows; of++) {
        var again = repeated.get(column).get(of);
        var candidate = key(column, of);
        for (var row = 0; row < rows; row++) {
          var own = column == 1 && of == row;
          if (again || (!own && noWrongOne(row, candidate))) {
            marks[row * candidates + (column - 1) * rows + of] = 1;
            any = true;
          }
        }
      }
    }
    return any ? scope.create(marks, new Shape(rows, candidates)) : null;
  }

  private boolean noWrongOne(int row, TextKey candidate) {
    return right.get(row).contains(candidate.id())
        || (!candidate.whole() && candidate.id().equals(key(1, row).id()));
  }

  private TextKey key(int column, int row) {
    return unique.get(columns.get(column).get(row));
  }
}
