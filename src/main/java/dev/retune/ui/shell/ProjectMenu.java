package dev.retune.ui.shell;

import dev.retune.ui.support.Messages;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;

/// The project's name; opens recent projects, a new one, another one, the sample.
final class ProjectMenu extends MenuButton {
  private final Messages messages;
  private final ShellActions actions;

  ProjectMenu(String name, Messages messages, ShellActions actions) {
    super(name);
    this.messages = messages;
    this.actions = actions;
    setId("project-menu");
    setMnemonicParsing(false);
    setMaxWidth(Double.MAX_VALUE);
    getStyleClass().addAll("project-menu", "flat");
    setAccessibleText(messages.get("project.menu", name));
    setTooltip(new Tooltip(name));
    fill();
    setOnShowing(_ -> fill());
  }

  private void fill() {
    getItems().clear();
    var recent = actions.recent();
    for (int i = 0; i < Math.min(8, recent.size()); i++) {
      var project = recent.get(i);
      getItems()
          .add(item("project-recent-" + i, project.name(), () -> actions.open(project.folder())));
    }
    if (!recent.isEmpty()) {
      getItems().add(new SeparatorMenuItem());
    }
    getItems()
        .addAll(
            item("project-new", messages.get("project.new"), actions::newProject),
            item("project-open", messages.get("project.open"), actions::chooseProject),
            item("project-sample", messages.get("project.sample"), actions::openSample));
  }

  private static MenuItem item(String id, String text, Runnable action) {
    var item = new MenuItem(text);
    item.setId(id);
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> action.run());
    return item;
  }
}
