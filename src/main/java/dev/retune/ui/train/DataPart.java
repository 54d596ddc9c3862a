package dev.retune.ui.train;

import dev.retune.text.Problem;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Ui;
import dev.retune.workflow.AuxiliaryContent;
import dev.retune.workflow.TrainingPlan;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What the data will be, and whatever is wrong with it, each with a way to mend it.
final class DataPart extends VBox {
  private final Ui ui;
  private final Messages messages;
  private final TrainServices services;
  private final TrainModel model;

  DataPart(Ui ui, TrainServices services, TrainModel model) {
    this.ui = ui;
    this.messages = ui.messages(DataPart.class);
    this.services = services;
    this.model = model;
    setId("train-data");
    getStyleClass().add("data-part");
    model.plan.subscribe(plan -> plan.ifPresent(this::show));
  }

  private void show(TrainingPlan plan) {
    var formats = ui.formats();
    var facts =
        new HBox(
            fact(formats.count(plan.trainPairs()), "data.pairs"),
            fact(formats.count(plan.passages()), "data.passages"),
            fact(formats.count(plan.validationQueries()), "data.validation"),
            fact(formats.count(plan.testQueries()), "data.test"));
    facts.getStyleClass().add("data-facts");
    getChildren().setAll(Controls.label(messages.get("data.title"), "section-title"), facts);
    if (plan.unsplit() > 0) {
      getChildren().add(Controls.paragraph(messages.get("data.unsplit", plan.unsplit()), "muted"));
    }
    model.chosenOthers().forEach(other -> getChildren().add(beside(other.content())));
    plan.findings().forEach(finding -> getChildren().add(finding(finding)));
  }

  private Node beside(AuxiliaryContent content) {
    return Controls.paragraph(
        messages.get("data.other", content.name(), OtherWords.rows(messages, content)), "muted");
  }

  private VBox fact(String number, String key) {
    return new VBox(
        Controls.label(number, "fact-number"), Controls.label(messages.get(key), "muted", "small"));
  }

  private Node finding(Problem problem) {
    var text =
        new VBox(
            Controls.paragraph(problem.cause().in(ui.locale())),
            Controls.paragraph(problem.remedy().in(ui.locale()), "muted"));
    HBox.setHgrow(text, Priority.ALWAYS);
    var icon = Controls.icon(Feather.ALERT_TRIANGLE, "role-bm25");
    var row = new HBox(icon, text);
    row.setId("train-finding-" + problem.code().replaceAll("[^a-zA-Z]+", "-"));
    if (problem.code().startsWith("workflow.data.")) {
      row.getChildren()
          .add(
              Controls.button(row.getId() + "-mend", messages.get("to.pairs"), services.toPairs()));
    }
    row.getStyleClass().add("finding");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
