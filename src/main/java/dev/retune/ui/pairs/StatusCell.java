package dev.retune.ui.pairs;

import dev.retune.pair.PairRow;
import dev.retune.pair.ReviewStatus;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What was decided, as an icon with a name: colour is never the only sign.
final class StatusCell extends TableCell<PairRow, ReviewStatus> {
  private final Messages messages;
  private final FontIcon icon = Controls.icon(Feather.HELP_CIRCLE);

  StatusCell(Messages messages) {
    this.messages = messages;
    setAlignment(Pos.CENTER);
  }

  @Override
  protected void updateItem(ReviewStatus status, boolean empty) {
    super.updateItem(status, empty);
    if (empty || status == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    show(icon, status);
    setGraphic(icon);
    setAccessibleText(messages.get("status." + status));
  }

  /// Lets `icon` show `status`.
  static void show(FontIcon icon, ReviewStatus status) {
    icon.getStyleClass().removeAll("role-right", "role-lost", "undecided");
    switch (status) {
      case ACCEPTED -> {
        icon.setIconCode(Feather.CHECK);
        icon.getStyleClass().add("role-right");
      }
      case REJECTED -> {
        icon.setIconCode(Feather.X);
        icon.getStyleClass().add("role-lost");
      }
      case TO_REVIEW -> {
        icon.setIconCode(Feather.HELP_CIRCLE);
        icon.getStyleClass().add("undecided");
      }
    }
  }
}
