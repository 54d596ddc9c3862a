package dev.retune.ui.documents;

import dev.retune.document.Chunk;
import dev.retune.document.PdfLocator;
import dev.retune.ui.documents.ChangesPane.Line;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.MarkedText;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Span;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// A passage that is new or gone, with the sentences that make it so marked.
final class ChangesCell extends WrappingCell<Line> {
  private final Messages messages;
  private final Label chip = new Label();
  private final Label place = Controls.label("", "muted", "small");
  private final MarkedText text = new MarkedText();

  ChangesCell(Messages messages) {
    this.messages = messages;
    chip.setMinWidth(USE_PREF_SIZE);
    var line = new HBox(8, chip, place);
    line.setAlignment(Pos.CENTER_LEFT);
    body().getChildren().addAll(line, text);
  }

  @Override
  protected void updateItem(@Nullable Line line, boolean empty) {
    super.updateItem(line, empty);
    if (empty || line == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    var passage = line.passage();
    chip.setText(messages.get(line.isNew() ? "changes.new" : "changes.gone"));
    chip.getStyleClass().setAll("label", "chip", line.isNew() ? "chip-success" : "chip-danger");
    place.setText(place(passage.chunk()));
    text.show(
        passage.chunk().text(),
        passage.differing().stream().map(span -> new Span(span.start(), span.end())).toList(),
        null);
    setAccessibleText(chip.getText() + ", " + place.getText() + ". " + passage.chunk().text());
    setGraphic(body());
  }

  private String place(Chunk chunk) {
    var path = String.join(" › ", chunk.headingPath());
    if (!(chunk.locator() instanceof PdfLocator)) {
      return path;
    }
    var page = messages.get("passage.page", chunk.locator().firstPage());
    return path.isEmpty() ? page : page + " · " + path;
  }
}
