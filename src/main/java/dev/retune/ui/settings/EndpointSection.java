package dev.retune.ui.settings;

import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Messages;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Where questions may be written by a language model. The key never reaches the project or the
/// settings file.
final class EndpointSection extends VBox {
  private final Messages messages;
  private final SettingsModel model;
  private final Button forget;
  private final Label keyState = Controls.paragraph("", "muted", "small");

  EndpointSection(Messages messages, SettingsModel model) {
    super(12);
    this.messages = messages;
    this.model = model;
    keyState.setId("llm-key-state");
    var key = new PasswordField();
    Controls.named(key, "llm-key", messages.get("llm.key"));
    key.setPromptText(messages.get("llm.key.prompt"));
    HBox.setHgrow(key, Priority.ALWAYS);
    var use =
        Controls.button(
            "llm-key-use",
            messages.get("llm.key.use"),
            () -> {
              model.useKey(key.getText().strip());
              key.clear();
              showKeyState();
            });
    use.disableProperty().bind(key.textProperty().isEmpty());
    forget =
        Controls.button(
            "llm-key-forget",
            messages.get("llm.key.forget"),
            () -> {
              model.useKey("");
              showKeyState();
            });
    showKeyState();
    getChildren()
        .addAll(
            Controls.label(messages.get("llm"), "section-title"),
            Controls.paragraph(messages.get("llm.sentence"), "muted"),
            SettingsRow.of(
                messages.get("llm.url"),
                messages.get("llm.url.sentence"),
                field("llm-url", "llm.url", "http://localhost:11434/v1", model.baseUrlProperty())),
            SettingsRow.of(
                messages.get("llm.model"),
                "",
                field("llm-model", "llm.model", "qwen3:8b", model.llmModelProperty())),
            SettingsRow.of(
                messages.get("llm.variable"),
                messages.get("llm.variable.sentence"),
                field(
                    "llm-variable", "llm.variable", "OPENAI_API_KEY", model.keyVariableProperty())),
            SettingsRow.of(messages.get("llm.key"), keyState, new HBox(8, key, use, forget)));
    model.keyVariableProperty().subscribe(_ -> showKeyState());
  }

  private TextField field(String id, String key, String prompt, StringProperty value) {
    var field = new TextField();
    Controls.named(field, id, messages.get(key));
    field.setPromptText(prompt);
    field.textProperty().bindBidirectional(value);
    field.setOnAction(_ -> model.save());
    field
        .focusedProperty()
        .subscribe(focused -> {
          if (!focused) {
            model.save();
          }
        });
    return field;
  }

  private void showKeyState() {
    forget.setDisable(!model.hasSessionKey());
    var variable = model.keyVariableProperty().get().strip();
    if (model.hasSessionKey()) {
      keyState.setText(messages.get("llm.key.session"));
    } else if (model.hasKey()) {
      keyState.setText(messages.get("llm.key.variable", variable));
    } else {
      keyState.setText(messages.get("llm.key.none", variable));
    }
  }
}
