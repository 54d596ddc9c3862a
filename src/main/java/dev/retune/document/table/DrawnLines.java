package dev.retune.document.table;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/// Collects the straight lines of a page while its content is read: those that are stroked, filled
/// areas as thin as a line, and the edges of other filled areas.
///
/// What a clipping path hides and what is white on white is collected as well.
public final class DrawnLines {
  /// A filled area no thicker than this is a line, in points.
  private static final float THIN = 3.5f;

  /// How far a line may lean and still run straight, in points.
  private static final float LEANING = 1;

  private static final float SHORTEST = .8f;

  /// Drawings have more, tables never.
  private static final int MOST = 6000;

  private final PDRectangle box;
  private final int rotation;
  private final List<List<float[]>> path = new ArrayList<>();
  private final List<Ruling> rulings = new ArrayList<>();
  private boolean curved;

  public DrawnLines(PDPage page) {
    box = page.getCropBox();
    rotation = Math.floorMod(page.getRotation(), 360);
  }

  /// All found so far; none where there are so many that they make up a drawing.
  public List<Ruling> rulings() {
    return rulings.size() > MOST ? List.of() : Rulings.merged(rulings);
  }

  /// @param matrix from the operator's space to the page's
  public void operator(String name, List<COSBase> operands, Matrix matrix) {
    switch (name) {
      case "m" -> {
        path.add(new ArrayList<>());
        point(operands, matrix);
      }
      case "l" -> point(operands, matrix);
      case "re" -> rectangle(operands, matrix);
      case "c", "v", "y" -> curved = true;
      case "h" -> close();
      case "S" -> paint(true, false);
      case "s" -> {
        close();
        paint(true, false);
      }
      case "f", "F", "f*" -> paint(false, true);
      case "B", "B*" -> paint(true, true);
      case "b", "b*" -> {
        close();
        paint(true, true);
      }
      case "n" -> clear();
      default -> {}
    }
  }

  private void point(List<COSBase> operands, Matrix matrix) {
    var xy = numbers(operands, 2);
    if (xy != null && !path.isEmpty() && rulings.size() <= MOST) {
      path.getLast().add(shown(xy[0], xy[1], matrix));
    }
  }

  private void rectangle(List<COSBase> operands, Matrix matrix) {
    var numbers = numbers(operands, 4);
    if (numbers == null || rulings.size() > MOST) {
      return;
    }
    float x = numbers[0];
    float y = numbers[1];
    float right = x + numbers[2];
    float top = y + numbers[3];
    var corners = new ArrayList<float[]>();
    corners.add(shown(x, y, matrix));
    corners.add(shown(right, y, matrix));
    corners.add(shown(right, top, matrix));
    corners.add(shown(x, top, matrix));
    corners.add(corners.getFirst());
    path.add(corners);
  }

  private void close() {
    if (!path.isEmpty() && path.getLast().size() > 1) {
      path.getLast().add(path.getLast().getFirst());
    }
  }

  private static float @Nullable [] numbers(List<COSBase> operands, int count) {
    if (operands.size() < count) {
      return null;
    }
    var numbers = new float[count];
    for (int i = 0; i < count; i++) {
      if (!(operands.get(i) instanceof COSNumber number)) {
        return null;
      }
      numbers[i] = number.floatValue();
    }
    return numbers;
  }

  /// A point on the page as shown.
  private float[] shown(float x, float y, Matrix matrix) {
    var point = matrix.transformPoint(x, y);
    float right = point.x - box.getLowerLeftX();
    float up = point.y - box.getLowerLeftY();
    return switch (rotation) {
      case 90 -> new float[] {up, right};
      case 180 -> new float[] {box.getWidth() - right, up};
      case 270 -> new float[] {box.getHeight() - up, box.getWidth() - right};
      default -> new float[] {right, box.getHeight() - up};
    };
  }

  private void paint(boolean stroked, boolean filled) {
    if (!curved) {
      for (var points : path) {
        if (filled) {
          fill(points, stroked);
        } else {
          stroke(points);
        }
      }
    }
    clear();
  }

  private void clear() {
    path.clear();
    curved = false;
  }

  private void stroke(List<float[]> points) {
    for (int i = 1; i < points.size(); i++) {
      line(points.get(i - 1), points.get(i), false);
    }
  }

  private void fill(List<float[]> points, boolean stroked) {
    if (points.size() < 4 || points.size() > 6) {
      return;
    }
    float left = Float.MAX_VALUE;
    float top = Float.MAX_VALUE;
    float right = -Float.MAX_VALUE;
    float bottom = -Float.MAX_VALUE;
    for (var point : points) {
      left = Math.min(left, point[0]);
      top = Math.min(top, point[1]);
      right = Math.max(right, point[0]);
      bottom = Math.max(bottom, point[1]);
    }
    float width = right - left;
    float height = bottom - top;
    if (height <= THIN && width > height) {
      add(new Ruling(true, (top + bottom) / 2, left, right, false));
    } else if (width <= THIN) {
      add(new Ruling(false, (left + right) / 2, top, bottom, false));
    } else {
      add(new Ruling(true, top, left, right, !stroked));
      add(new Ruling(true, bottom, left, right, !stroked));
      add(new Ruling(false, left, top, bottom, !stroked));
      add(new Ruling(false, right, top, bottom, !stroked));
    }
  }

  private void line(float[] a, float[] b, boolean edge) {
    float across = Math.abs(a[0] - b[0]);
    float down = Math.abs(a[1] - b[1]);
    if (down <= LEANING && across > down) {
      add(new Ruling(true, (a[1] + b[1]) / 2, Math.min(a[0], b[0]), Math.max(a[0], b[0]), edge));
    } else if (across <= LEANING) {
      add(new Ruling(false, (a[0] + b[0]) / 2, Math.min(a[1], b[1]), Math.max(a[1], b[1]), edge));
    }
  }

  private void add(Ruling ruling) {
    if (ruling.length() >= SHORTEST) {
      rulings.add(ruling);
    }
  }
}
