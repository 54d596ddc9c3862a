package dev.retune.document.table;

import java.util.List;

/// A cell of a table.
///
/// @param row the first it stands in, from 0
/// @param column the first it stands in, from 0
/// @param lastRow the last it stands in; more than `row` where it spans several
/// @param lastColumn the last it stands in
/// @param words in the order of the raw text; none in an empty cell
public record Cell(int row, int column, int lastRow, int lastColumn, List<Word> words) {
  public Cell {
    words = words.stream().sorted(java.util.Comparator.comparingInt(Word::start)).toList();
  }

  /// Its words with spaces between them.
  public String text() {
    return String.join(" ", words.stream().map(Word::text).toList());
  }
}
