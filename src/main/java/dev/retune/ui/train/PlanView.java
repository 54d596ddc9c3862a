package dev.retune.ui.train;

import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Ui;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// Before a run: three cards, all settings folded, the data, and earlier runs.
final class PlanView extends ScrollPane {

  PlanView(Ui ui, TrainServices services, TrainModel model, TrainController controller) {
    var messages = ui.messages(PlanView.class);
    setId("train-plan");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    var changed = Controls.label(messages.get("settings.changed"), "role-bm25", "small");
    changed.setId("train-settings-changed");
    model.settings.subscribe(_ -> {
      changed.setVisible(model.changed());
      changed.setManaged(model.changed());
    });
    var content =
        new VBox(
            new PresetCards(ui, model, controller),
            new VBox(4, new AllSettings(ui, model, controller), changed),
            new CheckPart(ui, services, model, controller),
            new DataPart(ui, services, model),
            new RunTable(ui, model, controller));
    content.getStyleClass().add("plan");
    setContent(content);
  }
}
