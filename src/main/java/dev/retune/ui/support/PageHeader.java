package dev.retune.ui.support;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Head of a screen: title, one sentence that can be dismissed for good, search, and at most one
/// primary button.
public final class PageHeader extends VBox {
  private final HBox actions = new HBox();

  /// @param screen id of the screen; the dismissal is remembered under it
  public PageHeader(Ui ui, String screen, String title, String sentence) {
    getStyleClass().add("page-header");
    var heading = new Label(title);
    heading.setId(screen + "-title");
    heading.getStyleClass().add("page-title");
    heading.setMinWidth(Region.USE_PREF_SIZE);
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    actions.getStyleClass().add("page-actions");
    actions.setAlignment(Pos.CENTER_RIGHT);
    var line = new HBox(heading, space, actions);
    line.getStyleClass().add("page-title-line");
    line.setAlignment(Pos.CENTER_LEFT);
    getChildren().add(line);
    var key = "hint." + screen;
    if (ui.memory().get(key).isEmpty()) {
      getChildren().add(hint(ui, screen, sentence, key));
    }
  }

  /// A search field before the buttons; the shell focuses it at `/`.
  public PageHeader search(TextField field) {
    field.getStyleClass().add("search-field");
    actions.getChildren().addFirst(field);
    return this;
  }

  /// Quiet controls before the primary button.
  public PageHeader quiet(Node... nodes) {
    actions.getChildren().addAll(nodes);
    return this;
  }

  /// The one primary button.
  public PageHeader primary(Button button) {
    Controls.makePrimary(button);
    actions.getChildren().add(button);
    return this;
  }

  private HBox hint(Ui ui, String screen, String sentence, String key) {
    var text = new Label(sentence);
    text.setId(screen + "-hint");
    text.getStyleClass().add("page-hint");
    var dismiss =
        Controls.iconButton(
            screen + "-hint-dismiss",
            Feather.X,
            Messages.of(PageHeader.class, ui.locale()).get("hint.dismiss"));
    dismiss.getStyleClass().add("tiny");
    var line = new HBox(text, dismiss);
    line.getStyleClass().add("page-hint-line");
    line.setAlignment(Pos.CENTER_LEFT);
    dismiss.setOnAction(_ -> {
      ui.memory().put(key, "dismissed");
      getChildren().remove(line);
    });
    return line;
  }
}
