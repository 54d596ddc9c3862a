package dev.retune.ui.models;

import dev.retune.encoder.RemoteModel;
import dev.retune.model.ModelEntry;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Messages;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// "Use it from code": a snippet for each way, with a button to copy it.
final class CodePane extends VBox {
  private final TextArea code = new TextArea();

  CodePane(ModelEntry entry, Messages messages, Consumer<String> copy) {
    super(8);
    setId("model-code-pane");
    Controls.named(code, "model-code", messages.get("code"));
    code.setEditable(false);
    code.getStyleClass().addAll("code", "code-area");
    var group = new ToggleGroup();
    var ways = new HBox();
    var snippets = snippets(entry);
    for (int i = 0; i < snippets.size(); i++) {
      var button = way(snippets.get(i), group);
      button.setSelected(i == 0);
      if (snippets.size() > 1) {
        button.getStyleClass().add(i == 0 ? "left-pill" : "right-pill");
      }
      ways.getChildren().add(button);
    }
    var copyButton =
        Controls.button(
            "model-code-copy", messages.get("code.copy"), () -> copy.accept(code.getText()));
    copyButton.setGraphic(Controls.icon(Feather.COPY));
    var line =
        new HBox(
            12,
            Controls.label(messages.get("code"), "strong"),
            ways,
            Controls.spacer(),
            copyButton);
    line.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(line, code);
    show(snippets.getFirst());
  }

  /// sentence-transformers cannot ask a model behind an address.
  private static List<Way> snippets(ModelEntry entry) {
    return RemoteModel.is(entry.folder())
        ? List.of(new Way("code-java", "Java", Snippets.javaRemote(entry)))
        : List.of(
            new Way("code-python", "sentence-transformers", Snippets.python(entry)),
            new Way("code-java", "Java", Snippets.java(entry)));
  }

  private record Way(String id, String name, String snippet) {}

  private ToggleButton way(Way way, ToggleGroup group) {
    var button = new ToggleButton(way.name());
    Controls.named(button, way.id(), way.name());
    button.setToggleGroup(group);
    button.setOnAction(_ -> {
      button.setSelected(true);
      show(way);
    });
    return button;
  }

  private void show(Way way) {
    code.setText(way.snippet());
    code.setPrefRowCount((int) way.snippet().lines().count());
  }
}
