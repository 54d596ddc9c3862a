package dev.retune.ui.documents;

import dev.retune.document.ChunkingMethod;
import dev.retune.document.Document;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Ui;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// How documents are to be cut, and which.
final class ChunkingFields extends VBox {
  private final Messages messages;
  private final ChunkingModel model;
  private final RadioButton one = new RadioButton();
  private final Label why = Controls.paragraph("", "muted", "small");

  ChunkingFields(Ui ui, DocumentsModel documents, ChunkingModel model, Runnable recommend) {
    super(8);
    this.messages = ui.messages(ChunkingFields.class);
    this.model = model;
    why.setId("chunking-why");
    model.method.subscribe(_ -> explainMethod());
    getChildren().addAll(methods(recommend), why, numbers(), scope());
    documents.chosenProperty().subscribe(this::name);
    model.phase.subscribe(_ -> setDisable(model.running()));
  }

  /// One sentence: about the number that is being typed, else about the method.
  private void explainMethod() {
    why.setText(messages.get("chunking.why." + model.method.get()));
  }

  private Node methods(Runnable recommend) {
    var box = new ComboBox<ChunkingMethod>();
    Controls.named(box, "chunking-method", messages.get("chunking.method"));
    box.setConverter(new MethodWords());
    // The list that opens is a control of its own to a screen reader.
    box.skinProperty()
        .subscribe(skin -> {
          if (skin instanceof ComboBoxListViewSkin<?> list) {
            list.getPopupContent().setAccessibleText(box.getAccessibleText());
          }
        });
    box.getItems().setAll(ChunkingMethod.values());
    box.valueProperty().bindBidirectional(model.method);
    var line =
        line(
            Controls.label(messages.get("chunking.method"), "muted"),
            box,
            Controls.spacer(),
            Controls.link("chunking-recommended", messages.get("chunking.recommended"), recommend));
    return line;
  }

  private final class MethodWords extends StringConverter<ChunkingMethod> {
    @Override
    public String toString(@Nullable ChunkingMethod method) {
      return method == null ? "" : messages.get("chunking.method." + method);
    }

    @Override
    public ChunkingMethod fromString(String words) {
      throw new UnsupportedOperationException(words);
    }
  }

  private Node numbers() {
    var line =
        line(
            number("max", model.maxTokens),
            number("overlap", model.overlap),
            number("min", model.minTokens));
    line.setSpacing(24);
    return line;
  }

  private Node number(String key, StringProperty value) {
    var name = messages.get("chunking." + key);
    var field = Controls.named(new TextField(), "chunking-" + key, name);
    field.setPrefColumnCount(4);
    field.textProperty().bindBidirectional(value);
    var explained = messages.get("chunking." + key + ".why");
    field.setTooltip(new Tooltip(explained));
    field.setAccessibleHelp(explained);
    field
        .focusedProperty()
        .subscribe((_, focused) -> {
          if (focused) {
            why.setText(explained);
          } else {
            explainMethod();
          }
        });
    var words = Controls.label(name, "muted");
    words.setMinWidth(USE_PREF_SIZE);
    words.setTooltip(new Tooltip(explained));
    return line(words, field, Controls.label(messages.get("chunking.tokens"), "muted"));
  }

  private Node scope() {
    var group = new ToggleGroup();
    var all = new RadioButton(messages.get("chunking.all"));
    Controls.named(all, "chunking-all", all.getText());
    all.setMinWidth(USE_PREF_SIZE);
    one.setId("chunking-one");
    HBox.setHgrow(one, Priority.ALWAYS);
    all.setToggleGroup(group);
    one.setToggleGroup(group);
    all.setSelected(true);
    model.all.bindBidirectional(all.selectedProperty());
    return line(all, one);
  }

  private void name(Optional<Document> chosen) {
    one.setText(messages.get("chunking.one", chosen.map(Document::name).orElse("–")));
    one.setAccessibleText(one.getText());
    one.setDisable(chosen.isEmpty());
  }

  private static HBox line(Node... nodes) {
    var line = new HBox(8, nodes);
    line.setAlignment(Pos.CENTER_LEFT);
    for (var node : nodes) {
      if (node instanceof Label label) {
        label.setMinWidth(USE_PREF_SIZE);
      }
    }
    return line;
  }
}
