package dev.retune.ui.documents;

import dev.retune.text.Problem;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Messages;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;

/// Asks for the password of a protected document, where what needs it stands.
final class PasswordPrompt extends HBox {
  private static final Set<String> QUESTIONS =
      Set.of(
          "document.password",
          "document.wrongPassword",
          "document.picture.password",
          "document.picture.wrongPassword");
  private static final double WIDTH = 140;

  private final PasswordField field = new PasswordField();

  /// @param id of the field
  /// @param name of the document
  PasswordPrompt(String id, Messages messages, String name, Consumer<String> open) {
    super(4);
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(USE_PREF_SIZE);
    field.setPromptText(messages.get("password"));
    field.setPrefWidth(WIDTH);
    Controls.named(field, id, messages.get("password.of", name));
    field.setOnAction(_ -> open.accept(field.getText()));
    var button =
        Controls.button(
            id + "-open", messages.get("password.open"), () -> open.accept(field.getText()));
    button.setAccessibleText(messages.get("password.open.name", name));
    button.disableProperty().bind(field.textProperty().isEmpty());
    getChildren().addAll(field, button);
  }

  /// Whether a password would help.
  static boolean answers(Problem problem) {
    return QUESTIONS.contains(problem.code());
  }
}
