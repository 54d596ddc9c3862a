package dev.retune.ui.shell;

import dev.retune.ui.support.UiMemory;
import java.util.Arrays;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// Remembers where the window stood and how large it was.
public final class WindowBounds {
  private static final String KEY = "window.bounds";
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;

  private WindowBounds() {}

  /// Gives `stage` its last bounds where a screen still shows them, else 1280 × 800; then
  /// remembers.
  public static void remember(Stage stage, UiMemory memory) {
    stage.setMinWidth(960);
    stage.setMinHeight(640);
    stage.setWidth(WIDTH);
    stage.setHeight(HEIGHT);
    memory.get(KEY).ifPresent(text -> restore(stage, text));
    Runnable save =
        () -> {
          if (stage.isMaximized()) {
            memory.put(KEY + ".maximized", "true");
          } else if (stage.isShowing() && !stage.isIconified()) {
            memory.put(KEY + ".maximized", "false");
            memory.put(
                KEY,
                "%d,%d,%d,%d"
                    .formatted(
                        Math.round(stage.getX()),
                        Math.round(stage.getY()),
                        Math.round(stage.getWidth()),
                        Math.round(stage.getHeight())));
          }
        };
    stage.xProperty().subscribe((_, _) -> save.run());
    stage.yProperty().subscribe((_, _) -> save.run());
    stage.widthProperty().subscribe((_, _) -> save.run());
    stage.heightProperty().subscribe((_, _) -> save.run());
    stage.maximizedProperty().subscribe((_, _) -> save.run());
    if (memory.get(KEY + ".maximized").map("true"::equals).orElse(false)) {
      stage.setMaximized(true);
    }
  }

  private static void restore(Stage stage, String text) {
    var numbers = Arrays.stream(text.split(",")).filter(part -> part.matches("-?\\d+")).toList();
    if (numbers.size() != 4) {
      return;
    }
    var bounds =
        new Rectangle2D(
            Double.parseDouble(numbers.get(0)),
            Double.parseDouble(numbers.get(1)),
            Math.max(1, Double.parseDouble(numbers.get(2))),
            Math.max(1, Double.parseDouble(numbers.get(3))));
    if (Screen.getScreensForRectangle(bounds).isEmpty()) {
      return; // the screen it stood on is gone
    }
    stage.setX(bounds.getMinX());
    stage.setY(bounds.getMinY());
    stage.setWidth(bounds.getWidth());
    stage.setHeight(bounds.getHeight());
  }
}
