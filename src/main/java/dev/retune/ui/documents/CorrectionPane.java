package dev.retune.ui.documents;

import dev.retune.document.Chunk;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Ui;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The text of a passage, to be put right beside the page it was read from. It stays until it is
/// saved or given up, whatever else is looked at meanwhile.
final class CorrectionPane extends VBox {
  private static final int ROWS = 9;
  private static final double LEAST_HEIGHT = 160;

  private final Messages messages;
  private final Label title = Controls.label("", "strong");
  private final TextArea text = new TextArea();
  private final Keeper keeper;
  private Optional<Chunk> passage = Optional.empty();

  /// Stores a passage's new text.
  @FunctionalInterface
  interface Keeper {
    /// @param done told once whether it is stored; what was typed stands until then
    void keep(Chunk passage, String text, Consumer<Boolean> done);
  }

  CorrectionPane(Ui ui, Keeper keeper) {
    super(8);
    this.messages = ui.messages(CorrectionPane.class);
    this.keeper = keeper;
    setId("correction");
    getStyleClass().add("correction");
    Controls.named(text, "correction-text", messages.get("correction.name"));
    text.setWrapText(true);
    text.setPrefRowCount(ROWS);
    text.setMinHeight(LEAST_HEIGHT);
    text.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    var keep = Controls.button("correction-save", messages.get("correction.save"), this::save);
    var buttons =
        new HBox(
            8,
            Controls.label(messages.get("correction.keys"), "muted", "small"),
            Controls.spacer(),
            Controls.button("correction-cancel", messages.get("correction.cancel"), this::close),
            keep);
    buttons.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(title, text, buttons);
    managedProperty().bind(visibleProperty());
    close();
  }

  /// Offers a passage for correction, unless another is being corrected.
  void open(Chunk chunk) {
    if (passage.isEmpty()) {
      passage = Optional.of(chunk);
      title.setText(
          messages.get(
              "correction.title", chunk.ordinal() + 1, Math.max(0, chunk.locator().firstPage())));
      text.setText(chunk.text());
      setVisible(true);
    }
    text.requestFocus();
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
      save();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      close();
      event.consume();
    }
  }

  private void save() {
    passage.ifPresent(chunk -> {
      var wanted = text.getText();
      if (wanted.strip().equals(chunk.text())) {
        close();
      } else {
        setDisable(true); // once is enough
        keeper.keep(chunk, wanted, this::kept);
      }
    });
  }

  private void kept(boolean stored) {
    setDisable(false);
    if (stored) {
      close();
    } else {
      text.requestFocus();
    }
  }

  private void close() {
    passage = Optional.empty();
    setVisible(false);
  }
}
