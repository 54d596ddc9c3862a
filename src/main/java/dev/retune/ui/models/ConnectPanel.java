package dev.retune.ui.models;

import dev.retune.encoder.Prompts;
import dev.retune.encoder.RemoteAddress;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Ui;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// "Connect a model": address, name, and the environment variable that holds the key.
final class ConnectPanel extends VBox {
  private final Messages messages;
  private final ModelsController controller;
  private final TextField url;
  private final TextField name;
  private final TextField variable;

  ConnectPanel(Ui ui, ModelsModel model, ModelsController controller) {
    this.messages = ui.messages(ConnectPanel.class);
    this.controller = controller;
    setId("models-connect-panel");
    getStyleClass().add("tinted-panel");
    url = field("models-connect-url", "connect.url", "http://localhost:11434/v1");
    name = field("models-connect-model", "connect.model", "nomic-embed-text");
    variable = field("models-connect-variable", "connect.variable", RemoteAddress.USUAL_VARIABLE);
    variable.setText(RemoteAddress.USUAL_VARIABLE);
    var close =
        Controls.iconButton(
            "models-connect-close",
            Feather.X,
            messages.get("connect.close"),
            () -> model.connectingProperty().set(false));
    close.getStyleClass().add("tiny");
    var head =
        new HBox(Controls.label(messages.get("connect.title"), "strong"), Controls.spacer(), close);
    head.setAlignment(Pos.CENTER_LEFT);
    var line = new HBox(8, labelled(url), labelled(name), labelled(variable), connect());
    line.setAlignment(Pos.BOTTOM_LEFT);
    getChildren().addAll(head, Controls.paragraph(messages.get("connect.sentence"), "muted"), line);
    visibleProperty().bind(model.connectingProperty());
    managedProperty().bind(visibleProperty());
    model
        .connectingProperty()
        .subscribe(open -> {
          if (open) {
            ui.tasks().apply(url::requestFocus);
          }
        });
  }

  private TextField field(String id, String key, String prompt) {
    var field = new TextField();
    Controls.named(field, id, messages.get(key));
    field.setPromptText(prompt);
    return field;
  }

  private VBox labelled(TextField field) {
    var label = Controls.label(field.getAccessibleText(), "muted", "small");
    label.setLabelFor(field);
    var box = new VBox(4, label, field);
    HBox.setHgrow(box, Priority.ALWAYS);
    return box;
  }

  private Button connect() {
    var button = Controls.button("models-connect-go", messages.get("connect.go"), this::go);
    var needed = List.of(url, name);
    button
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> needed.stream().anyMatch(field -> field.getText().isBlank()),
                Stream.of(url, name).map(TextField::textProperty).toArray(Observable[]::new)));
    return button;
  }

  private void go() {
    controller.connect(
        new RemoteAddress(
            RemoteAddress.SCHEMA,
            url.getText().strip(),
            name.getText().strip(),
            variable.getText().strip(),
            0,
            false,
            RemoteAddress.USUAL_TOKENS,
            Prompts.NONE));
  }
}
