package dev.retune.ui.shell;

import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Screen;
import dev.retune.ui.support.Ui;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The left edge of the window: project, five steps, settings and help.
final class Rail extends VBox {
  private final List<RailStep> steps;
  private final ToggleGroup group = new ToggleGroup();
  private final Button settings;

  Rail(Ui ui, String project, ShellActions actions, List<Screen> screens, Runnable help) {
    var messages = ui.messages(Rail.class);
    setId("rail");
    getStyleClass().add("rail");
    steps =
        screens.stream()
            .map(screen -> new RailStep(screen, screens.indexOf(screen) + 1, messages))
            .toList();
    group.getToggles().addAll(steps);
    var list = new VBox(2);
    list.getChildren().addAll(steps);
    list.getStyleClass().add("rail-steps");
    var space = new Region();
    VBox.setVgrow(space, Priority.ALWAYS);
    settings = Controls.iconButton("open-settings", Feather.SETTINGS, messages.get("settings"));
    var keys = Controls.iconButton("open-help", Feather.HELP_CIRCLE, messages.get("help"), help);
    var foot = new HBox(4, settings, keys);
    foot.getStyleClass().add("rail-foot");
    getChildren().addAll(new ProjectMenu(project, messages, actions), list, space, foot);
    steps.forEach(step -> step.screen().status().subscribe(_ -> markNext()));
  }

  void onChoose(Consumer<Screen> choose, Runnable openSettings) {
    steps.forEach(step -> step.setOnAction(_ -> choose.accept(step.screen())));
    settings.setOnAction(_ -> openSettings.run());
  }

  /// Marks the step that is shown; none while the settings are.
  void select(Screen shown) {
    steps.forEach(step -> step.setSelected(step.screen() == shown));
    Controls.toggleStyle(
        settings, "selected", steps.stream().noneMatch(step -> step.screen() == shown));
  }

  void focusShown() {
    steps.stream()
        .filter(RailStep::isSelected)
        .findFirst()
        .ifPresentOrElse(RailStep::requestFocus, settings::requestFocus);
  }

  private void markNext() {
    var next =
        NextStep.of(steps.stream().map(step -> step.screen().status().getValue().state()).toList());
    for (int i = 0; i < steps.size(); i++) {
      steps.get(i).markNext(next.isPresent() && next.getAsInt() == i);
    }
  }
}
