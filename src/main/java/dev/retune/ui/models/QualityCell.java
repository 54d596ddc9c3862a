package dev.retune.ui.models;

import dev.retune.model.ModelEntry;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Formats;
import dev.retune.ui.support.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// The tuned model's figure with the base's beside it, muted.
final class QualityCell extends TableCell<ModelEntry, Quality> {
  private final Formats formats;
  private final Messages messages;
  private final Label base = Controls.label("", "muted", "small");
  private final Label tuned = Controls.label("", "strong");
  private final HBox both = new HBox(8, tuned, base);

  QualityCell(Formats formats, Messages messages) {
    this.formats = formats;
    this.messages = messages;
    both.setAlignment(Pos.CENTER_RIGHT);
  }

  @Override
  protected void updateItem(@Nullable Quality item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null || !item.known()) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    base.setText(messages.get("quality.base", formats.score(item.base())));
    tuned.setText(formats.score(item.tuned()));
    Controls.toggleStyle(tuned, "role-tuned", item.gain() >= 0);
    Controls.toggleStyle(tuned, "role-lost", item.gain() < 0);
    setAccessibleText(tuned.getText() + ", " + base.getText());
    setGraphic(both);
  }
}
