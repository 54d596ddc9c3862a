package dev.retune.ui.train;

import dev.retune.text.Problem;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Ui;
import dev.retune.workflow.TrainingPlan;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// Under the button that starts: why it cannot be pressed, with the way to what has to be changed,
/// or what happened to the model.
final class StartLine extends HBox {
  private final Ui ui;
  private final Messages messages;
  private final TrainServices services;
  private final TrainModel model;
  private final PlanView plan;

  StartLine(Ui ui, TrainServices services, TrainModel model, PlanView plan) {
    this.ui = ui;
    this.messages = ui.messages(StartLine.class);
    this.services = services;
    this.model = model;
    this.plan = plan;
    setId("train-start-line");
    getStyleClass().add("start-line");
    setAlignment(Pos.CENTER_RIGHT);
    model.looking.subscribe(_ -> show());
    model.plan.subscribe(_ -> show());
    model.gone.subscribe(_ -> show());
    model.state().subscribe(_ -> show());
    show();
  }

  private void show() {
    getChildren().clear();
    if (model.state().get() == TrainState.PLAN) {
      if (model.looking.get()) {
        getChildren().add(Controls.label(messages.get("start.looking"), "muted"));
      } else {
        model.plan.get().flatMap(TrainingPlan::blocking).ifPresent(this::blocked);
        if (getChildren().isEmpty()) {
          model.gone.get().ifPresent(this::gone);
        }
      }
    }
    setVisible(!getChildren().isEmpty());
    setManaged(isVisible());
  }

  private void blocked(Problem problem) {
    var way =
        problem.code().startsWith("workflow.data.")
            ? Controls.link("train-start-mend", messages.get("to.pairs"), services.toPairs())
            : Controls.link(
                "train-start-show",
                messages.get("start.show"),
                () -> plan.reveal(Blame.of(problem)));
    getChildren()
        .addAll(
            Controls.icon(Feather.ALERT_TRIANGLE, "role-bm25"), text(problem.in(ui.locale())), way);
  }

  private void gone(String id) {
    getChildren()
        .addAll(
            Controls.icon(Feather.ALERT_TRIANGLE, "role-bm25"),
            text(messages.get("base.gone", id)),
            Controls.link(
                "train-start-show",
                messages.get("start.show"),
                () -> plan.reveal("train-setting-base")));
  }

  private static Label text(String words) {
    var label = Controls.label(words);
    label.setWrapText(true);
    return label;
  }
}
