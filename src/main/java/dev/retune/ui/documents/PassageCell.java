package dev.retune.ui.documents;

import dev.retune.document.Chunk;
import dev.retune.document.PassagePart;
import dev.retune.document.PdfLocator;
import dev.retune.document.PlaceLocator;
import dev.retune.text.Text;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Formats;
import dev.retune.ui.support.Messages;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One passage: page and headings, its length, its text.
final class PassageCell extends WrappingCell<Chunk> {
  private final Messages messages;
  private final Formats formats;
  private final DocumentsModel model;
  private final Label page = Controls.label("", "strong", "small");
  private final Label path = Controls.label("", "muted", "small");
  private final Label tokens = Controls.label("", "muted", "small");
  private final LengthBar bar = new LengthBar();
  private final PassageText text = new PassageText();
  private final HBox line;

  /// @param correct has the passage's text corrected
  PassageCell(Messages messages, Formats formats, DocumentsModel model, Consumer<Chunk> correct) {
    this(messages, formats, model);
    var edit =
        Controls.iconButton(
            "passage-correct",
            Feather.EDIT_2,
            messages.get("passage.correct"),
            () -> correct.accept(getItem()));
    edit.getStyleClass().add("tiny");
    edit.visibleProperty().bind(selectedProperty());
    edit.managedProperty().bind(selectedProperty());
    line.getChildren().add(3, edit);
  }

  /// A passage that is only looked at.
  PassageCell(Messages messages, Formats formats, DocumentsModel model) {
    this.messages = messages;
    this.formats = formats;
    this.model = model;
    page.setMinWidth(Region.USE_PREF_SIZE);
    tokens.setMinWidth(Region.USE_PREF_SIZE);
    line = new HBox(8, page, path, Controls.spacer(), tokens, bar);
    line.setAlignment(Pos.CENTER_LEFT);
    body().getChildren().addAll(line, text);
  }

  @Override
  protected void updateItem(@Nullable Chunk chunk, boolean empty) {
    super.updateItem(chunk, empty);
    if (empty || chunk == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    var place = chunk.locator();
    page.setText(
        !(place instanceof PdfLocator)
            ? elsewhere(chunk)
            : place.firstPage() == place.lastPage()
                ? messages.get("passage.page", place.firstPage())
                : messages.get("passage.pages", place.firstPage(), place.lastPage()));
    path.setText(String.join(" › ", chunk.headingPath()));
    tokens.setText(messages.get("passage.tokens", formats.count(chunk.tokens())));
    bar.show(chunk.tokens(), model.tokenLimit());
    text.show(chunk.whole());
    setAccessibleText(
        page.getText() + ", " + tokens.getText() + ". " + PassagePart.rowWise(chunk.whole()));
    setGraphic(body());
  }

  /// Where a passage stands in a document without pages.
  private String elsewhere(Chunk chunk) {
    var words =
        chunk.locator() instanceof PlaceLocator place ? place.words() : Optional.<Text>empty();
    return words
        .map(text -> text.in(formats.locale()))
        .orElseGet(() -> messages.get("passage.number", chunk.ordinal() + 1));
  }
}
