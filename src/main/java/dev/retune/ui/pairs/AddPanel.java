package dev.retune.ui.pairs;

import dev.retune.ui.pairs.PassageSource.Passage;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.LatestTask;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Outcome;
import dev.retune.ui.support.Ui;
import java.util.List;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// "Add a pair": a question, and the passage that answers it.
final class AddPanel extends VBox {
  private static final int OFFERED = 50;

  private final Ui ui;
  private final Messages messages;
  private final PairsServices services;
  private final PairsController controller;
  private final TextField question = new TextField();
  private final TextField search = new TextField();
  private final ListView<Passage> passages = new ListView<>();
  private final LatestTask searching;

  AddPanel(Ui ui, PairsServices services, PairsModel pairs, PairsController controller) {
    this.ui = ui;
    this.messages = ui.messages(AddPanel.class);
    this.services = services;
    this.controller = controller;
    this.searching = ui.tasks().latest();
    field(question, "pairs-add-question", "add.question");
    field(search, "pairs-add-search", "add.search");
    search.textProperty().subscribe((_, _) -> find());
    Controls.named(passages, "pairs-add-passages", messages.get("add.passages"));
    passages.setFixedCellSize(44);
    passages.setPrefHeight(176);
    passages.setMinHeight(132);
    passages.setPlaceholder(Controls.label(messages.get("add.none"), "muted"));
    passages.setCellFactory(_ -> new PassageCell(messages));
    var line = new HBox(question, search, add());
    line.getStyleClass().add("panel-line");
    getChildren()
        .addAll(PanelHead.of(ui, "pairs-add", messages.get("add.title"), pairs), line, passages);
    PanelHead.style(this, "pairs-add-panel");
    pairs.panel.subscribe(panel -> {
      if (panel == PairsModel.Panel.ADD) {
        find();
        ui.tasks().apply(question::requestFocus);
      }
    });
  }

  private void field(TextField field, String id, String key) {
    Controls.named(field, id, messages.get(key));
    field.setPromptText(messages.get(key));
    HBox.setHgrow(field, Priority.ALWAYS);
  }

  private Button add() {
    var button = Controls.primary("pairs-add-save", messages.get("add.save"), this::save);
    button
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () ->
                    question.getText().isBlank()
                        || passages.getSelectionModel().getSelectedItem() == null,
                question.textProperty(),
                passages.getSelectionModel().selectedItemProperty()));
    return button;
  }

  private void find() {
    var words = search.getText();
    searching.run(
        _ -> services.passages().find(words, OFFERED),
        outcome -> {
          switch (outcome) {
            case Outcome.Done<List<Passage>>(var found) -> offer(found);
            case Outcome.Failed<List<Passage>>(var error) ->
                ui.notices().say(error.problem().cause().in(ui.locale()));
            case Outcome.Cancelled<List<Passage>>() -> {}
          }
        });
  }

  private void offer(List<Passage> found) {
    var chosen = passages.getSelectionModel().getSelectedItem();
    passages.getItems().setAll(found);
    if (chosen != null && found.contains(chosen)) {
      passages.getSelectionModel().select(chosen);
    }
  }

  private void save() {
    var passage = passages.getSelectionModel().getSelectedItem();
    var text = question.getText().strip();
    if (passage == null || text.isEmpty()) {
      return;
    }
    controller.store(_ -> services.decisions().add(text, passage.id()), Set.of());
    question.clear();
    question.requestFocus();
    ui.notices().say(messages.get("add.done"), messages.get("undo"), controller::undo);
  }

  private static final class PassageCell extends ListCell<Passage> {
    private final Messages messages;
    private final VBox lines = new VBox();

    PassageCell(Messages messages) {
      this.messages = messages;
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(Passage passage, boolean empty) {
      super.updateItem(passage, empty);
      if (empty || passage == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      var place = Words.place(messages, passage.document(), passage.page());
      var headings = Words.headings(passage.headingPath());
      lines
          .getChildren()
          .setAll(
              Controls.label(
                  headings.isEmpty() ? place : headings + " · " + place, "muted", "small"),
              Controls.label(passage.text().replaceAll("\\s+", " ")));
      setGraphic(lines);
      setAccessibleText(place + " " + passage.text());
    }
  }
}
