package dev.retune.document.table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Words of one row that belong to one cell.
///
/// @param from the first column they stand in
/// @param to the last
record Piece(int from, int to, List<Word> words) {
  /// A gap as wide as this share of the size divides words at a column's edge; a narrower one is a
  /// space within a text that spans columns.
  private static final float DIVIDES = .45f;

  private static final Pattern CURRENCY = Pattern.compile("[$€£¥]");

  static List<Piece> of(Row row, Columns columns) {
    var pieces = new ArrayList<Piece>();
    for (var segment : row.segments()) {
      var run = new ArrayList<Word>();
      for (var word : segment.words()) {
        if (!run.isEmpty() && divided(run.getLast(), word, columns)) {
          pieces.add(piece(run, columns));
          run.clear();
        }
        run.add(word);
      }
      pieces.add(piece(run, columns));
    }
    return joined(signsMoved(pieces, columns.count()));
  }

  /// A currency sign at the end of a figure belongs to the next one.
  private static List<Piece> signsMoved(List<Piece> pieces, int columns) {
    var moved = new ArrayList<Piece>();
    for (var piece : pieces) {
      int last = piece.words().size() - 1;
      if (last > 0
          && piece.to() + 1 < columns
          && CURRENCY.matcher(piece.words().get(last).text()).matches()) {
        moved.add(new Piece(piece.from(), piece.to(), piece.words().subList(0, last)));
        moved.add(new Piece(piece.to() + 1, piece.to() + 1, piece.words().subList(last, last + 1)));
      } else {
        moved.add(piece);
      }
    }
    return moved;
  }

  private static boolean divided(Word before, Word word, Columns columns) {
    return columns.at(before.middle()) != columns.at(word.middle())
        && word.left() - before.right() > DIVIDES * word.size();
  }

  private static Piece piece(List<Word> words, Columns columns) {
    var area = Area.around(words);
    float inset = Math.min(2, area.width() / 4);
    return new Piece(
        columns.at(area.left() + inset), columns.at(area.right() - inset), List.copyOf(words));
  }

  /// Pieces of the same column are one.
  private static List<Piece> joined(List<Piece> pieces) {
    var joined = new ArrayList<Piece>();
    for (var piece : pieces) {
      var last = joined.isEmpty() ? null : joined.getLast();
      if (last != null && piece.from() <= last.to()) {
        joined.set(joined.size() - 1, last.and(piece));
      } else {
        joined.add(piece);
      }
    }
    return joined;
  }

  Piece and(Piece other) {
    var all = new ArrayList<>(words);
    all.addAll(other.words);
    return new Piece(Math.min(from, other.from), Math.max(to, other.to), all);
  }

  boolean overlaps(Piece other) {
    return from <= other.to && other.from <= to;
  }

  String text() {
    return String.join(" ", words.stream().map(Word::text).toList());
  }

  boolean numeric() {
    return Segment.numeric(text());
  }
}
