package dev.retune.ui.compare;

import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.ToPassage;
import dev.retune.ui.support.Ui;
import dev.retune.workflow.SideBySide;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Base, tuned and BM25 side by side, rank beside rank.
final class ResultColumns extends VBox {
  private final Ui ui;
  private final Messages messages;
  private final CompareModel model;
  private final CompareController controller;
  private final ToPassage toPassage;
  private final GridPane grid = new GridPane();
  private final StackPane body = new StackPane();
  private final ScrollPane scroll = new ScrollPane(grid);
  private final List<ResultCard> cards = new ArrayList<>();
  private Optional<ResultCard> opened = Optional.empty();

  ResultColumns(Ui ui, CompareModel model, CompareController controller, ToPassage toPassage) {
    this.toPassage = toPassage;
    this.ui = ui;
    this.messages = ui.messages(ResultColumns.class);
    this.model = model;
    this.controller = controller;
    setId("compare-columns");
    getStyleClass().add("result-columns");
    grid.getStyleClass().add("result-grid");
    var heads = new GridPane();
    heads.getStyleClass().addAll("result-grid", "result-heads");
    for (var grown : List.of(grid, heads)) {
      for (var i = 0; i < Contender.values().length; i++) {
        var column = new ColumnConstraints();
        column.setPercentWidth(100.0 / Contender.values().length);
        grown.getColumnConstraints().add(column);
      }
    }
    heads.addRow(0, head(Contender.BASE), head(Contender.TUNED), head(Contender.BM25));
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    VBox.setVgrow(body, Priority.ALWAYS);
    body.setMinHeight(0);
    getChildren().addAll(heads, body);
    model.answer.subscribe(_ -> show());
    model.askFailure.subscribe(_ -> show());
    model.asking.subscribe(_ -> wait(model.asking.get()));
    model.passage.subscribe(_ -> mark());
  }

  private HBox head(Contender who) {
    var name = Controls.label(messages.get(who.slug()), "strong", "role-" + who.slug());
    var which = new Label();
    which.getStyleClass().addAll("muted", "small");
    which.setMinWidth(0);
    name.setMinWidth(USE_PREF_SIZE);
    switch (who) {
      case BASE ->
          model.base.subscribe(entry -> which.setText(entry.map(m -> m.name()).orElse("")));
      case TUNED ->
          model.challenger.subscribe(entry -> which.setText(entry.map(m -> m.name()).orElse("")));
      case BM25 -> which.setText(messages.get("bm25.what"));
    }
    var head = new HBox(8, name, which);
    head.getStyleClass().addAll("result-head", "head-" + who.slug());
    head.setAlignment(Pos.BASELINE_LEFT);
    return head;
  }

  private void wait(boolean asking) {
    grid.setOpacity(asking ? .55 : 1);
    if (model.answer.get().isEmpty()) {
      body.getChildren().setAll(nothing());
    }
  }

  private void show() {
    cards.clear();
    opened = Optional.empty();
    grid.getChildren().clear();
    var answer = model.answer.get();
    if (answer.isEmpty()) {
      body.getChildren().setAll(nothing());
      return;
    }
    for (var who : Contender.values()) {
      fill(who, answer.get());
    }
    scroll.setVvalue(0);
    body.getChildren().setAll(scroll);
  }

  private Label nothing() {
    var failure = model.askFailure.get();
    var text =
        failure
            .map(error ->
                error.problem().cause().in(ui.locale())
                    + " "
                    + error.problem().remedy().in(ui.locale()))
            .orElse(messages.get(model.asking.get() ? "ask.searching" : "ask.first"));
    var label = Controls.paragraph(text, "muted");
    label.setId("compare-nothing");
    return label;
  }

  private void fill(Contender who, SideBySide answer) {
    for (var result : who.results(answer)) {
      var document = model.opened.get().map(ready -> ready.document(result.chunk())).orElse("");
      var card = new ResultCard[1];
      card[0] =
          new ResultCard(
              messages,
              who,
              answer.question(),
              result,
              document,
              passage -> choose(card[0], passage),
              toPassage);
      cards.add(card[0]);
      GridPane.setValignment(card[0], VPos.TOP);
      grid.add(card[0], who.ordinal(), result.rank() - 1);
    }
  }

  /// The card that was clicked shows the whole passage; the others of the same passage are marked.
  private void choose(ResultCard card, UUID passage) {
    var same = model.passage.get().equals(Optional.of(passage));
    if (same && !opened.equals(Optional.of(card))) {
      opened = Optional.of(card);
      mark();
      return;
    }
    opened = same ? Optional.empty() : Optional.of(card);
    controller.choose(passage);
  }

  private void mark() {
    for (var card : cards) {
      card.chosen(model.passage.get(), opened.equals(Optional.of(card)));
    }
  }
}
