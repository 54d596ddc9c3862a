package dev.retune.ui.train;

import dev.retune.training.PreflightReport;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Failure;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.StatusLine;
import dev.retune.ui.support.StatusText;
import dev.retune.ui.support.Ui;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The look at data, settings and machine before a training: asked for, under way, or what it
/// found.
final class CheckPart extends VBox {
  private final Ui ui;
  private final Messages messages;
  private final TrainServices services;
  private final TrainController controller;
  private final BooleanProperty looking;

  CheckPart(Ui ui, TrainServices services, TrainModel model, TrainController controller) {
    this.ui = ui;
    this.messages = ui.messages(CheckPart.class);
    this.services = services;
    this.controller = controller;
    this.looking = model.looking;
    setId("train-check-part");
    getStyleClass().add("data-part");
    model.check.subscribe(this::show);
  }

  private void show(TrainModel.Check check) {
    var title = Controls.label(messages.get("check.title"), "section-title");
    var rest =
        switch (check) {
          case TrainModel.Check.None() -> List.of(ask("check.start", "check.what"));
          case TrainModel.Check.Running(var line) -> List.of(running(line));
          case TrainModel.Check.Done(var report) -> found(report);
          case TrainModel.Check.Failed(var failure) ->
              List.of(failed(failure), ask("check.again", "check.what"));
        };
    getChildren().setAll(title);
    getChildren().addAll(rest);
  }

  private Node ask(String key, String sentence) {
    var button = Controls.button("train-check", messages.get(key), controller.check()::begin);
    button.disableProperty().bind(looking);
    var row = new HBox(button, Controls.paragraph(messages.get(sentence), "muted"));
    row.getStyleClass().add("run-row");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private Node running(StatusLine line) {
    var bar =
        Controls.named(new ProgressBar(), "train-check-progress", messages.get("check.running"));
    var said = new Label();
    said.getStyleClass().add("muted");
    Runnable tick =
        () -> {
          bar.setProgress(line.share());
          said.setText(StatusText.of(line, ui.formats()));
        };
    line.doneProperty().subscribe(tick);
    line.stageProperty().subscribe(tick);
    line.cancellingProperty().subscribe(tick);
    var cancel = Controls.button("train-check-cancel", messages.get("check.cancel"), line::cancel);
    cancel.disableProperty().bind(line.cancellingProperty());
    var row = new HBox(bar, said, Controls.spacer(), cancel);
    row.getStyleClass().add("run-row");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private List<Node> found(PreflightReport report) {
    var findings =
        report.findings().isEmpty()
            ? Stream.<Node>of(clean())
            : report.findings().stream()
                .<Node>map(finding -> new FindingRow(ui, services, finding));
    return Stream.concat(Stream.of(ask("check.again", "check.done"), expected(report)), findings)
        .toList();
  }

  private Node clean() {
    var label = Controls.label(messages.get("check.clean"));
    label.setId("train-check-clean");
    label.setGraphic(Controls.icon(Feather.CHECK_CIRCLE, "role-right"));
    return label;
  }

  private Node expected(PreflightReport report) {
    var expected = report.expected();
    var said =
        expected == null
            ? messages.get("check.refused")
            : messages.get(
                "check.expected",
                ui.formats().count(expected.steps()),
                ui.formats().duration(Duration.ofSeconds(Math.round(expected.seconds()))),
                gigabytes(expected.memoryMb()),
                gigabytes(expected.machineMb()));
    var label = Controls.paragraph(said);
    label.setId("train-check-expected");
    return label;
  }

  private static String gigabytes(long mebibytes) {
    return String.format(Locale.ROOT, "%.1f", mebibytes / 1024.0);
  }

  private Node failed(Failure failure) {
    var problem = failure.problem();
    var label =
        Controls.paragraph(
            problem.cause().in(ui.locale()) + " " + problem.remedy().in(ui.locale()));
    label.setId("train-check-failed");
    label.setGraphic(Controls.icon(Feather.ALERT_TRIANGLE, "role-bm25"));
    return label;
  }
}
