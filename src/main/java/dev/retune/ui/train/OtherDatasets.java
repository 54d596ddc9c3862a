package dev.retune.ui.train;

import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Failure;
import dev.retune.ui.support.FileChoice;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Ui;
import dev.retune.workflow.AuxiliaryChoice;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Datasets that are learned from beside the pairs, each with its loss and share.
final class OtherDatasets extends VBox {
  private static final double LINE = 760;

  private final Ui ui;
  private final Messages messages;
  private final TrainModel model;
  private final TrainController controller;
  private final VBox rows = new VBox();

  OtherDatasets(Ui ui, TrainModel model, TrainController controller) {
    this.ui = ui;
    this.messages = ui.messages(OtherDatasets.class);
    this.model = model;
    this.controller = controller;
    setId("train-others");
    getStyleClass().add("data-part");
    rows.getStyleClass().add("other-datasets");
    var add =
        new HBox(
            Controls.button("train-other-file", messages.get("others.file"), this::chooseFiles),
            Controls.button(
                "train-other-folder", messages.get("others.folder"), this::chooseFolder));
    add.getStyleClass().add("run-row");
    var why = Controls.paragraph(messages.get("others.why"), "muted", "small");
    why.setMaxWidth(LINE);
    getChildren().addAll(why, rows, add, refused());
    model.others.addListener(
        (ListChangeListener<ObjectProperty<AuxiliaryChoice>>)
            change -> {
              while (change.next()) {
                if (change.wasAdded() || change.wasRemoved()) {
                  show();
                }
              }
            });
    show();
  }

  private void show() {
    rows.getChildren().clear();
    for (var other : model.others) {
      var place = "train-other-" + (rows.getChildren().size() + 1);
      rows.getChildren().add(new OtherDataset(ui, place, other, () -> controller.remove(other)));
    }
    rows.setManaged(!model.others.isEmpty());
  }

  private void chooseFiles() {
    var kinds =
        List.of(
            new FileChoice.FileKind(
                messages.get("others.known"), List.of("*.jsonl", "*.JSONL", "*.json", "*.JSON")),
            new FileChoice.FileKind(messages.get("others.all"), List.of("*.*")));
    ui.files().files(messages.get("others.file.title"), kinds).forEach(controller::add);
  }

  private void chooseFolder() {
    ui.files().folder(messages.get("others.folder.title")).ifPresent(controller::add);
  }

  private Label refused() {
    var label = Controls.paragraph("", "role-lost", "small");
    label.setId("train-others-refused");
    model.refused.subscribe(failure -> {
      label.setText(failure.map(this::said).orElse(""));
      label.setVisible(failure.isPresent());
      label.setManaged(failure.isPresent());
    });
    return label;
  }

  private String said(Failure failure) {
    return failure.problem().in(ui.locale());
  }
}
