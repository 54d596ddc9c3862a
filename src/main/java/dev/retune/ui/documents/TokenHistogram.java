package dev.retune.ui.documents;

import dev.retune.ui.support.Controls;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.Line;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.VLineTo;

/// How many passages are how long, with the line of the model's limit.
final class TokenHistogram extends VBox {
  private static final int BINS = 40;
  private static final double HEIGHT = 56;

  private final Path within = new Path();
  private final Path over = new Path();
  private final Line mark = new Line();
  private final Pane plot = new Pane(within, over, mark);
  private final Label least = Controls.label("0", "muted", "small");
  private final Label most = Controls.label("", "muted", "small");
  private List<Integer> tokens = List.of();
  private int limit = 1;

  TokenHistogram() {
    super(2);
    getStyleClass().add("length-strip");
    within.getStyleClass().add("length-within");
    over.getStyleClass().add("length-over");
    mark.getStyleClass().add("length-limit");
    plot.setMinHeight(HEIGHT);
    plot.setMaxHeight(HEIGHT);
    plot.setId("chunking-histogram");
    plot.widthProperty().subscribe(_ -> draw());
    var axis = new HBox(least, Controls.spacer(), most);
    axis.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(plot, axis);
  }

  /// @param modelLimit the most tokens that the model reads
  /// @param sentence says the same in words
  /// @param scale what stands at the right end
  void show(List<Integer> lengths, int modelLimit, String sentence, String scale) {
    tokens = List.copyOf(lengths);
    limit = Math.max(1, modelLimit);
    plot.setAccessibleText(sentence);
    most.setText(scale);
    draw();
  }

  /// The length at the right end.
  static int range(List<Integer> lengths, int modelLimit) {
    return Math.max(modelLimit, lengths.stream().mapToInt(Integer::intValue).max().orElse(1));
  }

  /// How many passages fall into each of so many equal parts of the range.
  static int[] bins(List<Integer> lengths, int range, int count) {
    var bins = new int[count];
    for (int length : lengths) {
      bins[Math.min(count - 1, (int) ((long) (length - 1) * count / range))]++;
    }
    return bins;
  }

  private void draw() {
    within.getElements().clear();
    over.getElements().clear();
    var width = plot.getWidth();
    mark.setVisible(width > 0 && !tokens.isEmpty());
    if (!mark.isVisible()) {
      return;
    }
    int range = range(tokens, limit);
    var fitting = bins(tokens.stream().filter(count -> count <= limit).toList(), range, BINS);
    var tooLong = bins(tokens.stream().filter(count -> count > limit).toList(), range, BINS);
    int highest = 1;
    for (int i = 0; i < BINS; i++) {
      highest = Math.max(highest, Math.max(fitting[i], tooLong[i]));
    }
    var step = width / BINS;
    for (int i = 0; i < BINS; i++) {
      bar(within, i * step, step, height(fitting[i], highest));
      bar(over, i * step, step, height(tooLong[i], highest));
    }
    var at = Math.min(width - 1, width * limit / range);
    mark.setStartX(at);
    mark.setEndX(at);
    mark.setEndY(HEIGHT);
  }

  /// What is there at all is seen.
  private static double height(int count, int highest) {
    return count == 0 ? 0 : Math.max(2, HEIGHT * .95 * count / highest);
  }

  private static void bar(Path path, double x, double step, double height) {
    if (height > 0) {
      path.getElements()
          .addAll(
              new MoveTo(x, HEIGHT),
              new VLineTo(HEIGHT - height),
              new HLineTo(x + step - 1),
              new VLineTo(HEIGHT),
              new ClosePath());
    }
  }
}
