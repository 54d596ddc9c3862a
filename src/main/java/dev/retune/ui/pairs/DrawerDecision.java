package dev.retune.ui.pairs;

import dev.retune.pair.PairRow;
import dev.retune.pair.ReviewStatus;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Question editor, decision and relevance of the pair in focus.
final class DrawerDecision extends VBox {
  private final Messages messages;
  private final PairsController controller;
  private final TextArea question = new TextArea();
  private final FontIcon statusIcon = Controls.icon(Feather.HELP_CIRCLE);
  private final Label status = new Label();
  private final Label origin = Controls.label("", "chip");
  private final List<ToggleButton> grades = new ArrayList<>();
  private Optional<PairRow> shown = Optional.empty();

  DrawerDecision(Ui ui, PairDetail detail, PairsController controller) {
    this.messages = ui.messages(DrawerDecision.class);
    this.controller = controller;
    getStyleClass().add("drawer-part");
    var line = new HBox(statusIcon, status, origin);
    line.getStyleClass().add("drawer-line");
    line.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(line, editor(), actions());
    detail.row().subscribe(this::show);
  }

  private TextArea editor() {
    Controls.named(question, "pairs-drawer-question", messages.get("question"));
    question.setWrapText(true);
    question.setPrefRowCount(2);
    question.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER && !event.isShiftDown()) {
            keep();
            getParent().requestFocus();
            event.consume();
          } else if (event.getCode() == KeyCode.ESCAPE) {
            shown.ifPresent(row -> question.setText(row.question()));
            getParent().requestFocus();
            event.consume();
          }
        });
    question
        .focusedProperty()
        .subscribe(focused -> {
          if (!focused) {
            keep();
          }
        });
    return question;
  }

  private FlowPane actions() {
    var pane =
        new FlowPane(
            decide("pairs-accept", Feather.CHECK, "A", ReviewStatus.ACCEPTED),
            decide("pairs-reject", Feather.X, "R", ReviewStatus.REJECTED),
            grades());
    pane.getStyleClass().add("drawer-actions");
    return pane;
  }

  private Button decide(String id, Feather icon, String key, ReviewStatus to) {
    var button = Controls.button(id, messages.get("decide." + to), () -> controller.decide(to));
    button.setGraphic(
        Controls.icon(icon, to == ReviewStatus.ACCEPTED ? "role-right" : "role-lost"));
    button.setTooltip(new Tooltip(messages.get("key", key)));
    return button;
  }

  private HBox grades() {
    var box = new HBox(Controls.label(messages.get("column.relevance"), "muted"));
    box.getStyleClass().add("grades");
    box.setAlignment(Pos.CENTER_LEFT);
    for (var grade = 0; grade <= 3; grade++) {
      var button = new ToggleButton(Integer.toString(grade));
      var name = messages.get("grade." + grade);
      Controls.named(button, "pairs-grade-" + grade, name);
      button.setTooltip(new Tooltip(name));
      button.getStyleClass().addAll("grade", "small");
      var chosen = grade;
      button.setOnAction(_ -> controller.grade(chosen));
      grades.add(button);
      box.getChildren().add(button);
    }
    return box;
  }

  private void keep() {
    shown
        .filter(row -> !Objects.equals(row.question(), question.getText()))
        .ifPresent(row -> controller.edit(row.id(), question.getText()));
    if (question.getText().isBlank()) {
      shown.ifPresent(row -> question.setText(row.question()));
    }
  }

  private void show(Optional<PairRow> next) {
    var same = next.map(PairRow::id).equals(shown.map(PairRow::id));
    if (!same) {
      keep();
    }
    // What is being typed is not lost because an earlier decision has just been stored.
    var typing = same && question.isFocused() && !question.getText().equals(known());
    shown = next;
    next.ifPresent(row -> {
      if (!typing && !question.getText().equals(row.question())) {
        question.setText(row.question());
      }
      StatusCell.show(statusIcon, row.status());
      status.setText(messages.get("status." + row.status()));
      origin.setText(Words.origin(messages, row.origin()));
      var grade = Math.clamp(Math.round(row.relevance()), 0, 3);
      for (var i = 0; i < grades.size(); i++) {
        grades.get(i).setSelected(i == grade);
      }
    });
  }

  private String known() {
    return shown.map(PairRow::question).orElse("");
  }
}
