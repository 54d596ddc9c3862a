package dev.retune.ui.documents;

import dev.retune.document.PagePicture;
import dev.retune.document.PageState;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.LatestTask;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Outcome;
import dev.retune.ui.support.Ui;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A page small, its number, and a sign if it has no text of its own.
final class PageCell extends ListCell<PageStrip.Entry> {
  private static final int WIDTH = 76;
  private static final double HEIGHT = 108;

  private final Messages messages;
  private final DocumentsPort port;
  private final LatestTask drawing;
  private final ImageView image = new ImageView();
  private final Label number = Controls.label("", "small");
  private final HBox line = new HBox(4, number);
  private final VBox body;

  PageCell(Ui ui, Messages messages, DocumentsPort port) {
    this.messages = messages;
    this.port = port;
    this.drawing = ui.tasks().latest();
    image.setFitHeight(HEIGHT);
    image.setFitWidth(WIDTH);
    image.setPreserveRatio(true);
    var sheet = new StackPane(image);
    sheet.setMinSize(WIDTH, HEIGHT);
    sheet.setMaxSize(WIDTH, HEIGHT);
    line.setAlignment(Pos.CENTER);
    body = new VBox(4, sheet, line);
    body.setAlignment(Pos.CENTER);
  }

  @Override
  protected void updateItem(PageStrip.@Nullable Entry entry, boolean empty) {
    var before = getItem();
    super.updateItem(entry, empty);
    if (empty || entry == null) {
      drawing.cancel();
      image.setImage(null);
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    if (entry.equals(before) && getGraphic() != null) {
      return;
    }
    number.setText(Integer.toString(entry.number()));
    line.getChildren().setAll(number);
    icon(entry.state()).ifPresent(line.getChildren()::add);
    var words = messages.get("strip." + entry.state());
    setAccessibleText(messages.get("strip.page", entry.number(), words));
    setTooltip(new Tooltip(words));
    image.setImage(null);
    setGraphic(body);
    drawing.<PagePicture>run(
        progress ->
            port.picture(entry.document().id(), entry.number(), 2 * WIDTH, progress),
        outcome -> {
          // A page that cannot be drawn keeps its number and sign.
          if (outcome instanceof Outcome.Done<PagePicture>(var picture)) {
            image.setImage(PagePane.image(picture));
          }
        });
  }

  private static Optional<FontIcon> icon(PageState state) {
    return switch (state) {
      case TEXT -> Optional.empty();
      case RECOGNISED -> Optional.of(Controls.icon(Feather.CAMERA, "muted"));
      case MIXED -> Optional.of(Controls.icon(Feather.LAYERS, "muted"));
      case EMPTY -> Optional.of(Controls.icon(Feather.SQUARE, "muted"));
      case UNREAD -> Optional.of(Controls.icon(Feather.ALERT_TRIANGLE, "role-bm25"));
    };
  }
}
