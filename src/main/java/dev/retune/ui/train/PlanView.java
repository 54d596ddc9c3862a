package dev.retune.ui.train;

import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Ui;
import dev.retune.workflow.TrainingPlan;
import java.time.Duration;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// Before a run: three cards, all settings folded, the data, and earlier runs.
final class PlanView extends ScrollPane {
  private static final String DATA = "train-data";

  /// Room above what is brought into sight, for the heading over it.
  private static final double ABOVE = 80;

  private final AllSettings settings;

  PlanView(Ui ui, TrainServices services, TrainModel model, TrainController controller) {
    var messages = ui.messages(PlanView.class);
    setId("train-plan");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    var changed = Controls.label("", "role-bm25", "small");
    changed.setId("train-settings-changed");
    Runnable differ =
        () -> {
          changed.setText(
              messages.get("settings.changed")
                  + model.plan.get().map(plan -> " " + length(ui, messages, plan)).orElse(""));
          changed.setVisible(model.changed());
          changed.setManaged(model.changed());
        };
    model.settings.subscribe(differ);
    model.plan.subscribe(differ);
    differ.run();
    settings = new AllSettings(ui, model, controller);
    var content =
        new VBox(
            new PresetCards(ui, model, controller),
            new VBox(4, settings, changed),
            new CheckPart(ui, services, model, controller),
            new DataPart(ui, services, model),
            new RunTable(ui, model, controller));
    content.getStyleClass().add("plan");
    setContent(content);
  }

  private static String length(Ui ui, Messages messages, TrainingPlan plan) {
    var time = ui.formats().duration(Duration.ofSeconds(Math.round(plan.seconds())));
    return messages.get("settings.changed.length", time, plan.steps());
  }

  /// Brings what is called `id` into sight, where there is such a thing, else the data.
  void reveal(String id) {
    if (!id.equals(DATA)) {
      settings.unfold();
      applyCss();
      layout();
    }
    var found =
        Stream.of(id, DATA)
            .flatMap(each -> getContent().lookupAll("#" + each).stream())
            .filter(PlanView::seen)
            .findFirst();
    found.ifPresent(node -> {
      var content = getContent();
      var at = content.sceneToLocal(node.localToScene(node.getBoundsInLocal())).getMinY();
      var room = content.getBoundsInLocal().getHeight() - getViewportBounds().getHeight();
      setVvalue(room <= 0 ? 0 : Math.clamp((at - ABOVE) / room, 0, 1));
      node.requestFocus();
    });
  }

  private static boolean seen(Node node) {
    return node.isVisible() && (node.getParent() == null || seen(node.getParent()));
  }
}
