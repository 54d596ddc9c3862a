package dev.retune.ui.shell;

import dev.retune.ui.support.Controls;
import dev.retune.ui.support.KeyHelp;
import dev.retune.ui.support.Screen;
import dev.retune.ui.support.Shortcut;
import dev.retune.ui.support.Ui;
import java.util.List;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The keys of a screen and of the window, laid over the window until closed.
final class KeysPane extends StackPane {
  KeysPane(Ui ui, Screen screen, Runnable close) {
    setId("keys-pane");
    getStyleClass().add("scrim");
    var messages = ui.messages(KeysPane.class);
    var title = Controls.label(messages.get("keys.title", screen.title()), "section-title");
    var shut = Controls.iconButton("keys-close", Feather.X, messages.get("keys.close"), close);
    var head = new javafx.scene.layout.HBox(16, title, Controls.spacer(), shut);
    head.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    var sheet = new VBox(12, head);
    if (!screen.keys().isEmpty()) {
      sheet.getChildren().add(grid(screen.keys()));
    }
    sheet.getChildren().add(Controls.label(messages.get("keys.window"), "muted", "strong"));
    sheet
        .getChildren()
        .add(
            grid(
                List.of(
                    new KeyHelp(Shortcut.with("1 … 5"), messages.get("keys.steps")),
                    new KeyHelp("/", messages.get("keys.search")),
                    new KeyHelp("F6", messages.get("keys.panes")),
                    new KeyHelp("Esc", messages.get("keys.escape")),
                    new KeyHelp("?", messages.get("keys.help")))));
    sheet.getStyleClass().add("floating-sheet");
    sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    sheet.setMinWidth(420);
    sheet.setOnMouseClicked(javafx.scene.input.MouseEvent::consume);
    setOnMouseClicked(_ -> close.run());
    getChildren().add(sheet);
    setAccessibleText(messages.get("keys.title", screen.title()));
    setFocusTraversable(true);
  }

  private static GridPane grid(List<KeyHelp> keys) {
    var grid = new GridPane();
    grid.setHgap(16);
    grid.setVgap(8);
    for (int i = 0; i < keys.size(); i++) {
      grid.addRow(
          i, Controls.label(keys.get(i).keys(), "key-cap"), Controls.label(keys.get(i).what()));
    }
    grid.getColumnConstraints().add(new javafx.scene.layout.ColumnConstraints(120));
    return grid;
  }
}
