package dev.retune.encoder;

import java.util.Arrays;
import java.util.List;

/// Knows which rows of a batch are windows of which text while rows are embedded in any order.
final class WindowGrouping {
  private final int[] counts;
  private final int[] owners;
  private final int[] left;

  /// @param counts windows of each text, in the order of the rows
  WindowGrouping(int[] counts) {
    this.counts = counts;
    this.owners = new int[Arrays.stream(counts).sum()];
    this.left = counts.clone();
    int row = 0;
    for (int text = 0; text < counts.length; text++) {
      Arrays.fill(owners, row, row + counts[text], text);
      row += counts[text];
    }
  }

  /// How many texts have their last window among `rows`, which are done now.
  int completed(List<Integer> rows) {
    int completed = 0;
    for (int row : rows) {
      completed += --left[owners[row]] == 0 ? 1 : 0;
    }
    return completed;
  }

  /// The rows of each text.
  float[][][] perText(float[][] rows) {
    var texts = new float[counts.length][][];
    int row = 0;
    for (int text = 0; text < texts.length; text++) {
      texts[text] = Arrays.copyOfRange(rows, row, row + counts[text]);
      row += counts[text];
    }
    return texts;
  }
}
