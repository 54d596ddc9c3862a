package dev.retune.ui.documents;

import dev.retune.document.Document;
import dev.retune.document.PagePicture;
import dev.retune.document.PageReading;
import dev.retune.ui.documents.PageModel.Shown;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Ui;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/// A page of the chosen document with its passages as regions: clicking one chooses the passage,
/// and a chosen passage is brought into view.
final class PagePane extends VBox {
  private static final String STRIP = "documents.page.strip";
  private static final double MARGIN = 24;

  /// Of a page that is left out.
  private static final double FADED = .4;

  private static final Duration SETTLED = Duration.millis(150);

  private final Messages messages;
  private final PageModel page;
  private final Label number = Controls.label("", "small");
  private final Label out;
  private final Label failure = Controls.paragraph("", "muted");
  private final VBox failed = new VBox(8, failure);
  private final ImageView image = new ImageView();
  private final PageRegions regions;
  private final FindModel find;
  private final PageMenu menu;
  private final FindBar bar;
  private final ToggleButton strips;
  private final ScrollPane scroll = new ScrollPane();
  private final PauseTransition resized = new PauseTransition(SETTLED);

  /// @param find words on its pages
  /// @param strip its pages small
  /// @param reading reads the page again, or leaves it out
  PagePane(
      Ui ui,
      DocumentsModel model,
      PageModel page,
      FindModel find,
      PageStrip strip,
      ReadingController reading) {
    this.messages = ui.messages(PagePane.class);
    this.page = page;
    this.find = find;
    this.bar = new FindBar(messages, find);
    this.regions = new PageRegions(messages, model, find, this::bringIntoView);
    strips = new ToggleButton(null, Controls.icon(Feather.SIDEBAR));
    Controls.named(strips, "page-strip-show", messages.get("strip.show"));
    strips.setTooltip(new Tooltip(messages.get("strip.show")));
    strips.getStyleClass().add("quiet-toggle");
    strips.setSelected(ui.memory().get(STRIP).map(Boolean::parseBoolean).orElse(true));
    strips.selectedProperty().subscribe(on -> ui.memory().put(STRIP, on.toString()));
    setId("page");
    setMinWidth(280);
    getStyleClass().add("page-pane");
    number.setId("page-number");
    image.setId("page-image");
    failure.setId("page-failed");
    failed.getStyleClass().add("page-failed");
    var leftOut =
        Bindings.createBooleanBinding(
            () ->
                strip.reading(page.numberProperty().get()).filter(PageReading::leftOut).isPresent(),
            strip.getItems(),
            page.numberProperty());
    out = Controls.label(messages.get("strip.leftOut"), "small");
    out.setId("page-left-out");
    out.getStyleClass().add("page-out");
    out.visibleProperty().bind(leftOut);
    out.managedProperty().bind(out.visibleProperty());
    image.opacityProperty().bind(Bindings.when(leftOut).then(FADED).otherwise(1.0));
    var sheet = new Pane(image, regions);
    sheet.getStyleClass().add("page-sheet");
    sheet.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    var middle = new StackPane(sheet);
    // As wide as the pane or the page, whichever is wider.
    middle.setMinWidth(USE_PREF_SIZE);
    scroll.setContent(middle);
    scroll.setFitToWidth(true);
    scroll.setPannable(true);
    Controls.named(scroll, "page-scroll", messages.get("page.name"));
    scroll.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    var several = model.chosenProperty().map(chosen -> chosen.map(Document::pages).orElse(0) > 1);
    strips.visibleProperty().bind(several);
    strip
        .visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> strips.isSelected() && several.getValue(),
                strips.selectedProperty(),
                several));
    strip.managedProperty().bind(strip.visibleProperty());
    var body = new HBox(strip, new StackPane(scroll, failed));
    HBox.setHgrow(body.getChildren().getLast(), Priority.ALWAYS);
    VBox.setVgrow(body, Priority.ALWAYS);
    menu =
        new PageMenu(
            "page-",
            messages,
            reading.busy(),
            () -> strip.reading(page.numberProperty().get()).stream().toList(),
            (pages, treatment) ->
                model
                    .chosenProperty()
                    .get()
                    .ifPresent(document ->
                        reading.start(
                            document,
                            pages.stream().map(PageReading::number).toList(),
                            treatment)));
    scroll.setContextMenu(menu);
    getChildren().addAll(tools(), bar, body);
    failed.managedProperty().bind(failed.visibleProperty());
    resized.setOnFinished(_ -> page.widthProperty().set(scroll.getWidth() - MARGIN));
    scroll.widthProperty().subscribe(_ -> resized.playFromStart());
    page.shownProperty().subscribe(this::show);
  }

  ScrollPane scroll() {
    return scroll;
  }

  void find() {
    find.openProperty().set(true);
    bar.focus();
  }

  private HBox tools() {
    var tools =
        new HBox(
            4,
            strips,
            Controls.iconButton(
                "page-previous",
                Feather.CHEVRON_LEFT,
                messages.get("page.previous"),
                page::previous),
            number,
            out,
            Controls.iconButton(
                "page-next", Feather.CHEVRON_RIGHT, messages.get("page.next"), page::next),
            Controls.spacer(),
            treatments(),
            Controls.iconButton(
                "page-find-open", Feather.SEARCH, messages.get("find.open"), this::find),
            Controls.iconButton(
                "page-smaller", Feather.ZOOM_OUT, messages.get("page.smaller"), page::smaller),
            Controls.iconButton("page-fit", Feather.MAXIMIZE, messages.get("page.fit"), page::fit),
            Controls.iconButton(
                "page-larger", Feather.ZOOM_IN, messages.get("page.larger"), page::larger));
    tools.setAlignment(Pos.CENTER_LEFT);
    tools.getStyleClass().add("page-tools");
    return tools;
  }

  private Button treatments() {
    var button =
        Controls.iconButton("page-treatment", Feather.REFRESH_CW, messages.get("page.treatment"));
    button.setOnAction(_ -> menu.show(button, Side.BOTTOM, 0, 0));
    return button;
  }

  private void pressed(KeyEvent event) {
    switch (event.getCode()) {
      case PAGE_DOWN, RIGHT -> page.next();
      case PAGE_UP, LEFT -> page.previous();
      case PLUS, ADD, EQUALS -> page.larger();
      case MINUS, SUBTRACT -> page.smaller();
      case DIGIT0, NUMPAD0 -> page.fit();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void show(Shown shown) {
    var drawn = shown instanceof Shown.Page(var picture) ? Optional.of(picture) : nothing();
    failure.setText(shown instanceof Shown.Failed(var why, _) ? why : "");
    failed.getChildren().setAll(failure);
    if (shown instanceof Shown.Failed(_, var locked) && locked) {
      failed
          .getChildren()
          .add(new PasswordPrompt("page-password", messages, page.name(), page::unlock));
    }
    failed.setVisible(!failure.getText().isEmpty());
    scroll.setVisible(drawn.isPresent());
    number.setText(drawn.map(p -> messages.get("page.number", p.page(), p.pages())).orElse(""));
    image.setImage(drawn.map(PagePane::image).orElse(null));
    regions.show(drawn);
  }

  private static Optional<PagePicture> nothing() {
    return Optional.empty();
  }

  static WritableImage image(PagePicture picture) {
    var image = new WritableImage(picture.width(), picture.height());
    image
        .getPixelWriter()
        .setPixels(
            0,
            0,
            picture.width(),
            picture.height(),
            PixelFormat.getIntArgbInstance(),
            picture.argb(),
            0,
            picture.width());
    return image;
  }

  /// @param top of the region in pixels of the page
  /// @param whole height of the page
  private void bringIntoView(double top, double height, double whole) {
    scroll.layout();
    var window = scroll.getViewportBounds().getHeight();
    if (whole > window) {
      scroll.setVvalue(Math.clamp((top - (window - height) / 2) / (whole - window), 0, 1));
    }
  }
}
