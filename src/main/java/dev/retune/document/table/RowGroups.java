package dev.retune.document.table;

import java.util.ArrayList;
import java.util.List;

/// Tells which rows of text make one row of a table: cells whose text is wrapped take several.
final class RowGroups {
  private static final float TIGHT = .75f;

  private final List<Row> rows;
  private final List<List<Piece>> pieces;
  private final List<Ruling> rulings;
  private final float usualGap;

  /// How many of the first rows name the columns.
  private final int headers;

  RowGroups(List<Row> rows, Columns columns, List<Ruling> rulings) {
    this.rows = rows;
    this.pieces = rows.stream().map(row -> Piece.of(row, columns)).toList();
    this.rulings = rulings;
    this.headers = headers(pieces, columns.count());
    this.usualGap = usualGap();
  }

  List<List<Piece>> pieces() {
    return pieces;
  }

  /// The group of each row, from 0, ascending.
  int[] groups() {
    var groups = new int[rows.size()];
    for (int i = 1; i < rows.size(); i++) {
      boolean same = i < headers ? sameHeader(i) : i > headers && continues(i);
      groups[i] = groups[i - 1] + (same ? 0 : 1);
    }
    return groups;
  }

  /// How many groups name the columns.
  int headerGroups(int[] groups) {
    return headers == 0 ? 0 : groups[headers - 1] + 1;
  }

  /// Rows before the first that has a figure in a column of figures.
  private static int headers(List<List<Piece>> pieces, int columns) {
    var figures = new int[columns];
    var filled = new int[columns];
    for (var row : pieces) {
      for (var piece : row) {
        if (piece.from() == piece.to()) {
          filled[piece.from()]++;
          figures[piece.from()] += piece.numeric() && !year(piece.text()) ? 1 : 0;
        }
      }
    }
    for (int i = 0; i < pieces.size(); i++) {
      for (var piece : pieces.get(i)) {
        int c = piece.from();
        if (c == piece.to()
            && c > 0
            && figures[c] * 2 >= filled[c]
            && piece.numeric()
            && !year(piece.text())) {
          // A heading of a group may stand alone above the first row.
          int first = i;
          while (first > 1
              && pieces.get(first - 1).size() == 1
              && pieces.get(first - 1).getFirst().from() == 0
              && pieces.get(first - 1).getFirst().to() == 0) {
            first--;
          }
          return first;
        }
      }
    }
    return pieces.size() > 1 ? 1 : 0;
  }

  static boolean year(String text) {
    return text.matches("\\(?(?:19|20)\\d\\d\\)?(?:\\s*[-–/]\\s*(?:19|20)?\\d\\d)?\\*?");
  }

  private float usualGap() {
    var gaps = new ArrayList<Float>();
    for (int i = headers + 1; i < rows.size(); i++) {
      if (pieces.get(i).size() > 1 && pieces.get(i - 1).size() > 1) {
        gaps.add(pitch(i));
      }
    }
    gaps.sort(null);
    return gaps.isEmpty() ? 0 : gaps.get(gaps.size() / 2);
  }

  private float pitch(int i) {
    return rows.get(i).bottom() - rows.get(i - 1).bottom();
  }

  private boolean ruled(int i) {
    float top = rows.get(i - 1).area().top() + rows.get(i - 1).height() / 2;
    float bottom = rows.get(i).area().top() + rows.get(i).height() / 2;
    return rulings.stream()
        .anyMatch(r ->
            r.across()
                && r.at() > top
                && r.at() < bottom
                && pieces.get(i).stream()
                    .anyMatch(piece -> {
                      var area = Area.around(piece.words());
                      return r.from() < area.right() && r.to() > area.left();
                    }));
  }

  /// Lines of a heading go on in the next row unless several stand under one.
  private boolean sameHeader(int i) {
    if (ruled(i) || rows.get(i).top() - rows.get(i - 1).bottom() > TIGHT * rows.get(i).height()) {
      return false;
    }
    for (var below : pieces.get(i)) {
      for (var above : pieces.get(i - 1)) {
        if (below.overlaps(above) && (below.from() != above.from() || below.to() != above.to())) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean continues(int i) {
    if (ruled(i)) {
      return false;
    }
    var row = pieces.get(i);
    var before = pieces.get(i - 1);
    boolean figures = row.stream().anyMatch(piece -> piece.from() > 0 && piece.numeric());
    boolean figuresBefore = before.stream().anyMatch(piece -> piece.from() > 0 && piece.numeric());
    if (figures && figuresBefore) {
      return false;
    }
    float pitch = pitch(i);
    if (pitch > 2 * rows.get(i).height()) {
      return false;
    }
    boolean label = row.getFirst().from() == 0;
    boolean labelBefore = before.getFirst().from() == 0;
    if (usualGap > 0 && pitch < TIGHT * usualGap && (label || labelBefore)) {
      return true;
    }
    boolean under = row.stream().allMatch(piece -> before.stream().anyMatch(piece::overlaps));
    if (!label && !figures && under) {
      return true;
    }
    if (label && row.size() == 1 && before.size() > 1 && lower(row.getFirst().text())) {
      return true;
    }
    return label
        && labelBefore
        && before.size() == 1
        && row.size() > 1
        && (lower(row.getFirst().text()) || before.getFirst().text().endsWith(","));
  }

  private static boolean lower(String text) {
    int first = text.codePointAt(0);
    return Character.isLowerCase(first) || first == '(' || first == '&';
  }
}
