package dev.retune.document;

import dev.retune.document.table.Ruling;
import java.util.Arrays;

/// A page that is turned so that what reads sideways reads from left to right: where everything
/// stands then.
///
/// @param width of the page as shown, in points
/// @param height of the page as shown, in points
/// @param turn the direction in which the text reads on the page as shown: 90 upwards, 270
///   downwards
record Sheet(float width, float height, int turn) {
  static boolean sideways(int turn) {
    return turn == 90 || turn == 270;
  }

  /// The sheet that turns everything back.
  Sheet back() {
    return new Sheet(/* width= */ height, /* height= */ width, 360 - turn);
  }

  SourceLine of(SourceLine line) {
    var layout = line.layout();
    if (layout == null) {
      return line;
    }
    var words = layout.words();
    var turned =
        new LineLayout(
            of(layout.box()),
            layout.size(),
            layout.bold(),
            Math.floorMod(layout.turn() - turn, 360),
            layout.tabular(),
            new LineLayout.Words(
                words.starts(),
                words.ends(),
                Arrays.stream(words.boxes()).map(this::of).toArray(Box[]::new)));
    return new SourceLine(line.start(), line.end(), turned, line.opens());
  }

  Ruling of(Ruling line) {
    boolean upwards = turn == 90;
    boolean reversed = line.across() != upwards;
    float whole = upwards ? height : width;
    return new Ruling(
        !line.across(),
        reversed ? line.at() : whole - line.at(),
        reversed ? whole - line.to() : line.from(),
        reversed ? whole - line.from() : line.to(),
        line.edge());
  }

  private Box of(Box box) {
    float left = turn == 90 ? height - box.bottom() : box.y();
    float top = turn == 90 ? box.x() : width - box.right();
    return new Box(left, top, /* width= */ box.height(), /* height= */ box.width());
  }
}
