package dev.retune.ui.documents;

import dev.retune.document.PagePicture;
import dev.retune.document.PageReading;
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

  /// Of a page that is left out.
  private static final double FADED = .3;

  private final Messages messages;
  private final DocumentsPort port;
  private final LatestTask drawing;
  private final ImageView image = new ImageView();
  private final Label number = Controls.label("", "small");
  private final HBox line = new HBox(4, number);
  private final Label out;
  private final StackPane sheet;
  private final VBox body;

  PageCell(Ui ui, Messages messages, DocumentsPort port) {
    this.messages = messages;
    this.port = port;
    this.out = Controls.label(messages.get("strip.leftOut"), "small");
    this.drawing = ui.tasks().latest();
    image.setFitHeight(HEIGHT);
    image.setFitWidth(WIDTH);
    image.setPreserveRatio(true);
    // As large as the picture, so that a white page has an edge on white too.
    var paper = new StackPane(image);
    paper.getStyleClass().add("page-sheet");
    paper.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    paper.visibleProperty().bind(image.imageProperty().isNotNull());
    sheet = new StackPane(paper);
    sheet.setMinSize(WIDTH, HEIGHT);
    sheet.setMaxSize(WIDTH, HEIGHT);
    line.setAlignment(Pos.CENTER);
    out.getStyleClass().add("page-out");
    out.setVisible(false);
    body = new VBox(4, new StackPane(sheet, out), line);
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
    var page = entry.page();
    number.setText(Integer.toString(page.number()));
    line.getChildren().setAll(number);
    icon(page).ifPresent(line.getChildren()::add);
    out.setVisible(page.leftOut());
    sheet.setOpacity(page.leftOut() ? FADED : 1);
    Controls.toggleStyle(number, "muted", page.leftOut());
    var words = words(page);
    setAccessibleText(messages.get("strip.page", page.number(), words));
    setTooltip(new Tooltip(words));
    setGraphic(body);
    if (before != null
        && before.document().id().equals(entry.document().id())
        && before.page().number() == page.number()
        && image.getImage() != null) {
      return;
    }
    image.setImage(null);
    drawing.<PagePicture>run(
        progress -> port.picture(entry.document().id(), page.number(), 2 * WIDTH, progress),
        outcome -> {
          // A page that cannot be drawn keeps its number and sign.
          if (outcome instanceof Outcome.Done<PagePicture>(var picture)) {
            image.setImage(PagePane.image(picture));
          }
        });
  }

  /// What became of it, and what a person did.
  private String words(PageReading page) {
    var words = messages.get("strip." + page.state());
    if (page.leftOut()) {
      words = messages.get("strip.leftOut") + " · " + words;
    }
    return page.corrected() ? words + " · " + messages.get("strip.corrected") : words;
  }

  private static Optional<FontIcon> icon(PageReading page) {
    if (page.leftOut()) {
      return Optional.of(Controls.icon(Feather.EYE_OFF, "muted"));
    }
    return switch (page.state()) {
      case TEXT -> Optional.empty();
      case RECOGNISED -> Optional.of(Controls.icon(Feather.CAMERA, "muted"));
      case MIXED -> Optional.of(Controls.icon(Feather.LAYERS, "muted"));
      case EMPTY -> Optional.of(Controls.icon(Feather.SQUARE, "muted"));
      case UNREAD -> Optional.of(Controls.icon(Feather.ALERT_TRIANGLE, "role-bm25"));
    };
  }
}
