package dev.retune.ui.documents;

import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/// Finds words in the document that is shown.
final class FindBar extends HBox {
  private final Messages messages;
  private final FindModel find;
  private final TextField field;
  private final Label count = Controls.label("", "muted", "small");

  FindBar(Messages messages, FindModel find) {
    super(4);
    this.messages = messages;
    this.find = find;
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("page-tools");
    field = Controls.searchField("page-find", messages.get("find.prompt"));
    field.setMinWidth(80);
    field.textProperty().bindBidirectional(find.wordsProperty());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    HBox.setHgrow(field, Priority.ALWAYS);
    count.setId("page-find-count");
    count.setMinWidth(USE_PREF_SIZE);
    getChildren()
        .addAll(
            field,
            count,
            Controls.iconButton(
                "page-find-previous",
                Feather.CHEVRON_UP,
                messages.get("find.previous"),
                find::previous),
            Controls.iconButton(
                "page-find-next", Feather.CHEVRON_DOWN, messages.get("find.next"), find::next),
            Controls.iconButton(
                "page-find-close",
                Feather.X,
                messages.get("find.close"),
                () -> find.openProperty().set(false)));
    managedProperty().bind(visibleProperty());
    visibleProperty().bind(find.openProperty());
    find.foundProperty().subscribe(found -> count.setText(found.map(this::words).orElse("")));
  }

  void focus() {
    field.requestFocus();
    field.selectAll();
  }

  private void pressed(KeyEvent event) {
    switch (event.getCode()) {
      case KeyCode.ENTER -> {
        if (event.isShiftDown()) {
          find.previous();
        } else {
          find.next();
        }
      }
      case KeyCode.DOWN -> find.next();
      case KeyCode.UP -> find.previous();
      case KeyCode.ESCAPE -> find.openProperty().set(false);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private String words(FindModel.Found found) {
    var many = found.places().size();
    return many == 0
        ? messages.get("find.none")
        : messages.get(
            many < FindModel.MOST ? "find.count" : "find.many", found.current() + 1, many);
  }
}
