package dev.retune.ui.train;

import dev.retune.ui.support.Controls;
import dev.retune.ui.support.FileChoice;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Ui;
import dev.retune.workflow.AuxiliaryChoice;
import dev.retune.workflow.TrainingPlan;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Datasets that are learned from beside the pairs, each with its loss and share.
final class OtherDatasets extends VBox {
  private static final double LINE = 760;

  private final Ui ui;
  private final Messages messages;
  private final TrainModel model;
  private final TrainController controller;
  private final VBox rows = new VBox();
  private final List<OtherDataset> shown = new ArrayList<>();

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
    getChildren().addAll(why, rows, add, refused(), clash());
    model.others.addListener(
        (ListChangeListener<ObjectProperty<AuxiliaryChoice>>)
            change -> {
              while (change.next()) {
                if (change.wasAdded() || change.wasRemoved()) {
                  show(change.getFrom(), change.getRemovedSize(), change.getAddedSubList());
                }
              }
            });
    show(0, 0, model.others);
  }

  /// The others stay as they are, with the focus and what is being typed.
  private void show(int from, int removed, List<? extends ObjectProperty<AuxiliaryChoice>> added) {
    var gone = shown.subList(from, from + removed);
    gone.forEach(OtherDataset::release);
    gone.clear();
    for (var other : added) {
      var at = from + added.indexOf(other);
      shown.add(
          at, new OtherDataset(ui, place(at), other, () -> controller.others().remove(other)));
    }
    for (var i = 0; i < shown.size(); i++) {
      shown.get(i).place(place(i));
    }
    rows.getChildren().removeIf(row -> !shown.contains(row));
    for (var i = 0; i < shown.size(); i++) {
      if (i >= rows.getChildren().size() || rows.getChildren().get(i) != shown.get(i)) {
        rows.getChildren().add(i, shown.get(i));
      }
    }
    rows.setManaged(!shown.isEmpty());
  }

  private static String place(int at) {
    return "train-other-" + (at + 1);
  }

  private void chooseFiles() {
    var kinds =
        List.of(
            new FileChoice.FileKind(
                messages.get("others.known"), List.of("*.jsonl", "*.JSONL", "*.json", "*.JSON")),
            new FileChoice.FileKind(messages.get("others.all"), List.of("*.*")));
    controller.others().add(ui.files().files(messages.get("others.file.title"), kinds));
  }

  private void chooseFolder() {
    ui.files()
        .folder(messages.get("others.folder.title"))
        .ifPresent(folder -> controller.others().add(List.of(folder)));
  }

  private VBox refused() {
    var lines = new VBox();
    lines.setId("train-others-refused");
    Runnable show =
        () -> {
          lines.getChildren().setAll(model.refused.stream().map(this::refused).toList());
          lines.setVisible(!model.refused.isEmpty());
          lines.setManaged(!model.refused.isEmpty());
        };
    model.refused.subscribe(show);
    show.run();
    return lines;
  }

  private HBox refused(Refusal refusal) {
    var name = refusal.dataset().getFileName().toString();
    var text = Controls.paragraph(refusal.why(), "role-lost", "small");
    text.setMaxWidth(LINE);
    var cross =
        Controls.iconButton(
            "train-other-refused-dismiss",
            Feather.X,
            messages.get("others.dismiss", name),
            () -> model.refused.remove(refusal));
    cross.getStyleClass().add("tiny");
    var line = new HBox(text, cross);
    line.getStyleClass().add("other-head");
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  /// Shares that cannot be together are said here too, where they are typed.
  private Label clash() {
    var label = Controls.paragraph("", "role-lost", "small");
    label.setId("train-others-clash");
    model.plan.subscribe(plan -> {
      var clash =
          plan.flatMap(TrainingPlan::blocking)
              .filter(problem -> problem.code().equals("training.auxiliary.shares"));
      label.setText(clash.map(problem -> problem.in(ui.locale())).orElse(""));
      label.setVisible(clash.isPresent());
      label.setManaged(clash.isPresent());
    });
    return label;
  }
}
