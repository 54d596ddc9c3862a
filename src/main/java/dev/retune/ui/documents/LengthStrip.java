package dev.retune.ui.documents;

import dev.retune.document.Chunk;
import dev.retune.ui.support.Controls;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.Line;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.VLineTo;

/// The lengths of all passages of a document in reading order, under the line of the model's limit.
/// A click goes to the passage there.
final class LengthStrip extends VBox {
  private static final double HEIGHT = 36;
  private static final double MOST_WIDTH = 32;

  private final Path within = new Path();
  private final Path over = new Path();
  private final Line limit = new Line();
  private final Pane plot = new Pane(within, over, limit);
  private final Label words = Controls.label("", "muted", "small");
  private List<Chunk> chunks = List.of();
  private int tokenLimit = 1;

  LengthStrip(IntConsumer choose) {
    super(2);
    getStyleClass().add("length-strip");
    within.getStyleClass().add("length-within");
    over.getStyleClass().add("length-over");
    limit.getStyleClass().add("length-limit");
    plot.setMinHeight(HEIGHT);
    plot.setMaxHeight(HEIGHT);
    plot.setId("length-strip");
    plot.widthProperty().subscribe(_ -> draw());
    plot.setOnMouseClicked(event -> {
      int index = (int) (event.getX() / plot.getWidth() * chunks.size());
      if (index >= 0 && index < chunks.size()) {
        choose.accept(index);
      }
    });
    words.setMinHeight(Region.USE_PREF_SIZE);
    getChildren().addAll(plot, words);
  }

  /// @param sentence says the same in words
  void show(List<Chunk> passages, int modelLimit, String sentence) {
    chunks = List.copyOf(passages);
    tokenLimit = Math.max(1, modelLimit);
    words.setText(sentence);
    plot.setAccessibleText(sentence);
    draw();
  }

  private void draw() {
    within.getElements().clear();
    over.getElements().clear();
    var width = plot.getWidth();
    if (width <= 0 || chunks.isEmpty()) {
      return;
    }
    int longest = chunks.stream().mapToInt(Chunk::tokens).max().orElse(1);
    var top = Math.max(tokenLimit, longest) * 1.05;
    limit.setEndX(width);
    limit.setStartY(HEIGHT - HEIGHT * tokenLimit / top);
    limit.setEndY(limit.getStartY());
    int bars = Math.min(chunks.size(), (int) Math.max(1, width / 2));
    var step = Math.min(MOST_WIDTH, width / bars);
    for (int i = 0; i < bars; i++) {
      int from = i * chunks.size() / bars;
      int to = Math.max(from + 1, (i + 1) * chunks.size() / bars);
      int tokens = chunks.subList(from, to).stream().mapToInt(Chunk::tokens).max().orElse(0);
      bar(tokens > tokenLimit ? over : within, i * step, step, HEIGHT * tokens / top);
    }
  }

  private static void bar(Path path, double x, double step, double height) {
    var gap = step > 2 ? 1 : 0;
    path.getElements()
        .addAll(
            new MoveTo(x, HEIGHT),
            new VLineTo(HEIGHT - height),
            new HLineTo(x + step - gap),
            new VLineTo(HEIGHT),
            new ClosePath());
  }
}
