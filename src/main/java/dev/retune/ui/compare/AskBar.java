package dev.retune.ui.compare;

import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Ui;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;

/// Ask anything, or pick one of the held-out questions. Answers follow the typing.
final class AskBar extends HBox {
  private static final Duration TYPING_PAUSE = Duration.millis(300);

  private final TextField field = new TextField();

  AskBar(Ui ui, CompareModel model, CompareController controller) {
    var messages = ui.messages(AskBar.class);
    getStyleClass().add("ask-bar");
    setAlignment(Pos.CENTER_LEFT);
    Controls.named(field, "compare-ask", messages.get("ask"));
    field.setPromptText(messages.get("ask"));
    HBox.setHgrow(field, Priority.ALWAYS);
    var pause = new PauseTransition(TYPING_PAUSE);
    pause.setOnFinished(_ -> controller.ask(field.getText()));
    field
        .textProperty()
        .subscribe((_, typed) -> {
          if (!typed.equals(model.question.get())) {
            pause.playFromStart();
          }
        });
    field.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER) {
        pause.stop();
        controller.ask(field.getText());
      }
    });
    model.question.subscribe(question -> {
      if (!field.getText().equals(question)) {
        pause.stop();
        field.setText(question);
      }
    });
    getChildren().addAll(field, pick(messages.get("ask.pick"), model, controller));
  }

  private static ComboBox<Opened.Question> pick(
      String name, CompareModel model, CompareController controller) {
    var box = new ComboBox<>(model.questions);
    Controls.named(box, "compare-pick", name);
    box.setPromptText(name);
    box.setVisibleRowCount(12);
    box.setPrefWidth(190);
    box.setMinWidth(190);
    box.setButtonCell(
        new ListCell<>() {
          @Override
          protected void updateItem(Opened.Question question, boolean empty) {
            super.updateItem(question, empty);
            // The question itself stands in the field beside it.
            setText(name);
          }
        });
    box.setOnAction(_ -> {
      var question = box.getValue();
      if (question != null) {
        controller.ask(question.text());
        box.getSelectionModel().clearSelection(); // so that the same one can be picked again
      }
    });
    model.questions.addListener(
        (ListChangeListener<Opened.Question>) _ -> box.setDisable(model.questions.isEmpty()));
    return box;
  }

  TextField field() {
    return field;
  }
}
