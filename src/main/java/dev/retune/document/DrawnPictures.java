package dev.retune.document;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/// Collects where pictures stand on a page while its content is read.
final class DrawnPictures {
  /// A picture that covers less of its page is an illustration.
  private static final float MUCH = .5f;

  /// A scan may be put together from strips, which leave next to nothing between them.
  private static final float GAPLESS = .95f;

  private final float width;
  private final float height;
  private final float left;
  private final float bottom;
  private final int rotation;
  private final List<Box> boxes = new ArrayList<>();

  DrawnPictures(PDPage page) {
    var box = page.getCropBox();
    width = box.getWidth();
    height = box.getHeight();
    left = box.getLowerLeftX();
    bottom = box.getLowerLeftY();
    rotation = Math.floorMod(page.getRotation(), 360);
  }

  /// @param matrix from the picture's unit square to the page
  void add(Matrix matrix) {
    var corners = new float[][] {{0, 0}, {1, 0}, {0, 1}, {1, 1}};
    float x = Float.MAX_VALUE;
    float y = Float.MAX_VALUE;
    float right = -Float.MAX_VALUE;
    float lower = -Float.MAX_VALUE;
    for (var corner : corners) {
      var point = shown(matrix.transformPoint(corner[0], corner[1]));
      x = Math.min(x, point[0]);
      y = Math.min(y, point[1]);
      right = Math.max(right, point[0]);
      lower = Math.max(lower, point[1]);
    }
    boolean turned = rotation % 180 != 0;
    x = Math.max(x, 0);
    y = Math.max(y, 0);
    right = Math.min(right, turned ? height : width);
    lower = Math.min(lower, turned ? width : height);
    if (right > x && lower > y) {
      boxes.add(new Box(x, y, right - x, lower - y));
    }
  }

  /// A point of the page on the page as shown, from its top left corner.
  private float[] shown(java.awt.geom.Point2D.Float point) {
    float x = point.x - left;
    float y = point.y - bottom;
    return switch (rotation) {
      case 90 -> new float[] {y, x};
      case 180 -> new float[] {width - x, y};
      case 270 -> new float[] {height - y, width - x};
      default -> new float[] {x, height - y};
    };
  }

  /// The picture, or the strips of one, that covers much of the page; null if there is none.
  @Nullable Box large() {
    Box largest = null;
    Box all = null;
    float covered = 0;
    for (var box : boxes) {
      largest = largest == null || area(largest) < area(box) ? box : largest;
      all = all == null ? box : all.union(box);
      covered += area(box);
    }
    if (largest == null || all == null) {
      return null;
    }
    float page = width * height;
    if (area(largest) >= MUCH * page) {
      return largest;
    }
    return area(all) >= MUCH * page && covered >= GAPLESS * area(all) ? all : null;
  }

  private static float area(Box box) {
    return box.width() * box.height();
  }
}
