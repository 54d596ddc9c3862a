package dev.retune.ui.shell;

import dev.retune.ui.support.StepStatus;
import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.RotateTransition;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Shape;
import javafx.util.Duration;

/// The state of a step as a shape: empty ring, half-filled ring, disc with a tick, turning arc,
/// disc with an exclamation mark. Shape and colour both tell.
final class StepGlyph extends Pane {
  private static final double SIZE = 16;
  private static final double MID = SIZE / 2;
  private static final double RADIUS = 6.5;

  private final RotateTransition turn = new RotateTransition(Duration.seconds(1.6), this);

  StepGlyph() {
    getStyleClass().add("step-glyph");
    setMinSize(SIZE, SIZE);
    setMaxSize(SIZE, SIZE);
    turn.setByAngle(360);
    turn.setCycleCount(Animation.INDEFINITE);
    turn.setInterpolator(Interpolator.LINEAR);
  }

  void show(StepStatus.State state) {
    turn.stop();
    setRotate(0);
    getChildren().clear();
    switch (state) {
      case NOT_BEGUN -> add("ring", new Circle(MID, MID, RADIUS));
      case BEGUN -> {
        add("ring", new Circle(MID, MID, RADIUS));
        var half = new Arc(MID, MID, RADIUS - 2, RADIUS - 2, 90, 180);
        half.setType(ArcType.CHORD);
        add("fill", half);
      }
      case DONE -> {
        add("disc-done", new Circle(MID, MID, RADIUS + 0.5));
        add("mark", new Polyline(4.6, 8.3, 7.1, 10.7, 11.4, 5.9));
      }
      case RUNNING -> {
        add("ring-faint", new Circle(MID, MID, RADIUS));
        add("arc", new Arc(MID, MID, RADIUS, RADIUS, 90, -110));
        turn.play();
      }
      case ATTENTION -> {
        add("disc-attention", new Circle(MID, MID, RADIUS + 0.5));
        add("mark", new Line(MID, 4.6, MID, 8.6));
        add("mark", new Line(MID, 11.2, MID, 11.4));
      }
    }
  }

  private void add(String style, Shape shape) {
    shape.getStyleClass().add("step-" + style);
    getChildren().add(shape);
  }
}
