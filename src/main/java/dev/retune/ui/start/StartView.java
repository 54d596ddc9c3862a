package dev.retune.ui.start;

import dev.retune.ui.support.Controls;
import dev.retune.ui.support.DropFiles;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Ui;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The first thing a person sees: three ways to begin, and what was open before.
public final class StartView extends StackPane {
  private static final double TEXT_WIDTH = 216;

  private final Ui ui;
  private final Messages messages;
  private final StartActions actions;

  public StartView(Ui ui, StartActions actions) {
    this.ui = ui;
    this.messages = ui.messages(StartView.class);
    this.actions = actions;
    setId("start");
    getStyleClass().add("start");
    var column = new VBox(heading(), choices());
    column.getStyleClass().add("start-column");
    column.setMaxWidth(880);
    var recent = actions.recent();
    if (!recent.isEmpty()) {
      column.getChildren().add(recentList(recent));
    }
    var middle = new StackPane(column);
    middle.setAlignment(Pos.CENTER);
    var scroll = new ScrollPane(middle);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setFocusTraversable(false);
    var settings =
        Controls.iconButton(
            "start-settings", Feather.SETTINGS, messages.get("settings"), actions::openSettings);
    StackPane.setAlignment(settings, Pos.BOTTOM_LEFT);
    getChildren().addAll(scroll, settings);
    DropFiles.install(this, messages.get("drop"), actions::newFrom);
  }

  private VBox heading() {
    var name = Controls.label("Retune", "start-title");
    var what = Controls.paragraph(messages.get("what"), "start-what");
    return new VBox(4, name, what);
  }

  private HBox choices() {
    var sample = choice("start-sample", Feather.PLAY_CIRCLE, "sample", true, actions::openSample);
    var create = choice("start-new", Feather.FILE_PLUS, "new", false, actions::newFromDocuments);
    var open = choice("start-open", Feather.FOLDER, "open", false, actions::choose);
    var row = new HBox(16, sample, create, open);
    row.setFillHeight(true);
    row.getChildren().forEach(node -> HBox.setHgrow(node, Priority.ALWAYS));
    return row;
  }

  private Button choice(String id, Ikon icon, String key, boolean first, Runnable action) {
    var title = Controls.label(messages.get("choice." + key), "choice-title");
    var text = Controls.paragraph(messages.get("choice." + key + ".text"), "choice-text");
    var body = new VBox(8, Controls.icon(icon, "choice-icon"), title, text);
    body.setAlignment(Pos.TOP_LEFT);
    var button = new Button(null, body);
    Controls.named(button, id, title.getText() + ". " + text.getText());
    button.getStyleClass().add("choice");
    if (first) {
      button.getStyleClass().add("choice-first");
    }
    button.setPrefWidth(280);
    button.setMinWidth(200);
    button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    button.setAlignment(Pos.TOP_LEFT);
    text.setMinWidth(TEXT_WIDTH); // the button asks for its height before it knows its width
    text.setPrefWidth(TEXT_WIDTH);
    button.setOnAction(_ -> action.run());
    return button;
  }

  private VBox recentList(List<StartActions.Recent> recent) {
    var list = new VBox(Controls.label(messages.get("recent"), "section-title"));
    list.getStyleClass().add("recent-list");
    for (int i = 0; i < Math.min(6, recent.size()); i++) {
      list.getChildren().add(row(i, recent.get(i)));
    }
    return list;
  }

  private HBox row(int index, StartActions.Recent project) {
    var name = Controls.label(project.name(), "strong");
    name.setMinWidth(Region.USE_PREF_SIZE);
    var place = Controls.label(project.folder().toString(), "muted");
    place.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
    HBox.setHgrow(place, Priority.ALWAYS);
    place.setMaxWidth(Double.MAX_VALUE);
    var today = ui.clock().instant().atZone(ui.clock().getZone()).toLocalDate();
    var when =
        Controls.label(
            project.found()
                ? project.opened().map(at -> ui.formats().when(at, today)).orElse("")
                : messages.get("recent.gone"),
            "muted");
    when.setMinWidth(Region.USE_PREF_SIZE);
    var body = new HBox(12, Controls.icon(Feather.BOOK), name, place, when);
    body.setAlignment(Pos.CENTER_LEFT);
    var open = new Button(null, body);
    Controls.named(open, "recent-" + index, messages.get("recent.open", project.name()));
    open.getStyleClass().addAll("flat", "recent");
    open.setMaxWidth(Double.MAX_VALUE);
    open.setDisable(!project.found());
    body.prefWidthProperty().bind(open.widthProperty().subtract(24));
    open.setOnAction(_ -> actions.open(project.folder()));
    HBox.setHgrow(open, Priority.ALWAYS);
    var line = new HBox(4, open);
    var forget =
        Controls.iconButton(
            "recent-forget-" + index, Feather.X, messages.get("recent.forget", project.name()));
    forget.setOnAction(_ -> {
      actions.forget(project.folder());
      line.setVisible(false);
      line.setManaged(false);
    });
    line.getChildren().add(forget);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }
}
