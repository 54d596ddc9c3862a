package dev.retune.document.table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Where the columns of some rows are divided, by the white gutters that run down between them.
///
/// @param separators places between two columns each, in points from the left, ascending
record Columns(List<Float> separators) {
  /// A gutter may be crossed by one in so many rows: headings that span columns.
  private static final float CROSSED = .12f;

  /// Words of a row closer than this share of their size always stand in one column.
  private static final float CLOSE = .55f;

  private static final float NARROWEST = 3;
  private static final Pattern CURRENCY = Pattern.compile("[$€£¥]");
  private static final Pattern SIGN = Pattern.compile("[$€£¥%)*†‡]|\\)%|\\*\\*");

  static Columns of(List<Row> rows, Area area) {
    var body = rows.stream().filter(row -> row.size() > 1).toList();
    int width = Math.max(1, (int) Math.ceil(area.width()) + 1);
    var covered = new int[width];
    for (var row : body) {
      cover(row, area.left(), covered);
    }
    int allowed = (int) (CROSSED * body.size());
    var separators = new ArrayList<Float>();
    int from = -1;
    for (int x = 0; x < width; x++) {
      boolean white = covered[x] <= allowed;
      if (white && from < 0) {
        from = x;
      }
      if (!white && from > 0 && x - from >= NARROWEST) {
        separators.add(area.left() + (from + x) / 2f);
      }
      if (!white) {
        from = -1;
      }
    }
    return new Columns(sparseDropped(body, separators));
  }

  private static void cover(Row row, float left, int[] covered) {
    var words = row.words();
    int begin = 0;
    for (int i = 1; i <= words.size(); i++) {
      boolean apart =
          i == words.size()
              || words.get(i).left() - words.get(i - 1).right() > CLOSE * words.get(i).size();
      if (apart) {
        int from = Math.max(0, (int) (words.get(begin).left() - left));
        int to = Math.min(covered.length - 1, (int) (words.get(i - 1).right() - left));
        for (int x = from; x <= to; x++) {
          covered[x]++;
        }
        begin = i;
      }
    }
  }

  /// Without columns that next to no row has words in, such as one of currency signs.
  private static List<Float> sparseDropped(List<Row> rows, List<Float> separators) {
    var kept = new ArrayList<>(separators);
    for (int column = 0; column <= kept.size() && !kept.isEmpty(); ) {
      var columns = new Columns(kept);
      int c = column;
      var words =
          rows.stream()
              .flatMap(row -> Piece.of(row, columns).stream())
              .filter(piece -> piece.from() == c && piece.to() == c)
              .map(Piece::text)
              .toList();
      boolean signs = words.stream().allMatch(text -> SIGN.matcher(text).matches());
      if (words.isEmpty() || signs) {
        boolean before = words.stream().anyMatch(text -> CURRENCY.matcher(text).matches());
        int drop = before || column == 0 ? Math.min(column, kept.size() - 1) : column - 1;
        kept.remove(drop);
      } else {
        column++;
      }
    }
    return kept;
  }

  int count() {
    return separators.size() + 1;
  }

  int at(float x) {
    int column = 0;
    while (column < separators.size() && separators.get(column) < x) {
      column++;
    }
    return column;
  }
}
