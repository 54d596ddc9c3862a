package dev.retune.ui.documents;

import dev.retune.document.Chunk;
import dev.retune.document.Document;
import dev.retune.document.PagePicture;
import dev.retune.ui.support.LatestTask;
import dev.retune.ui.support.Outcome;
import dev.retune.ui.support.Ui;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Which page is shown how large. Pages are drawn off the FX thread, and the next one ahead.
final class PageModel {
  private static final String REMEMBERED = "documents.page";
  private static final double STEP = 1.25;
  private static final double LEAST = .5;
  private static final double MOST = 5;

  /// What stands in the pane.
  sealed interface Shown {
    record Nothing() implements Shown {}

    record Page(PagePicture picture) implements Shown {}

    /// @param locked whether a password would help
    record Failed(String why, boolean locked) implements Shown {}
  }

  private final Ui ui;
  private final DocumentsPort port;
  private final DocumentsModel model;
  private final LatestTask drawing;
  private final LatestTask ahead;
  private final BooleanProperty open = new SimpleBooleanProperty();
  private final DoubleProperty width = new SimpleDoubleProperty();
  private final ReadOnlyIntegerWrapper number = new ReadOnlyIntegerWrapper(1);
  private final ReadOnlyIntegerWrapper unlocked = new ReadOnlyIntegerWrapper();
  private final ObjectProperty<Shown> shown = new SimpleObjectProperty<>(new Shown.Nothing());
  private double zoom = 1;

  PageModel(Ui ui, DocumentsPort port, DocumentsModel model) {
    this.ui = ui;
    this.port = port;
    this.model = model;
    this.drawing = ui.tasks().latest();
    this.ahead = ui.tasks().latest();
    open.set(ui.memory().get(REMEMBERED).map(Boolean::parseBoolean).orElse(false));
    open.subscribe(now -> {
      ui.memory().put(REMEMBERED, now.toString());
      draw();
    });
    width.subscribe(_ -> draw());
    model
        .chosenProperty()
        .subscribe((before, now) -> {
          // Its passages may have changed while its pages are looked at.
          if (!before.map(Document::id).equals(now.map(Document::id))) {
            number.set(1);
            shown.set(new Shown.Nothing());
          }
          draw();
        });
    model.passageProperty().subscribe(this::follow);
  }

  /// Whether the pane is to be seen at all.
  BooleanProperty openProperty() {
    return open;
  }

  /// Of a page that fits the pane, in pixels.
  DoubleProperty widthProperty() {
    return width;
  }

  ObjectProperty<Shown> shownProperty() {
    return shown;
  }

  /// The page that is, or is about to be, shown, from 1.
  ReadOnlyIntegerProperty numberProperty() {
    return number.getReadOnlyProperty();
  }

  void next() {
    turnTo(number.get() + 1);
  }

  void previous() {
    turnTo(number.get() - 1);
  }

  void larger() {
    zoom(zoom * STEP);
  }

  void smaller() {
    zoom(zoom / STEP);
  }

  void fit() {
    zoom(1);
  }

  private void zoom(double wanted) {
    zoom = Math.clamp(wanted, LEAST, MOST);
    draw();
  }

  /// @param wanted from 1; nothing happens if there is no such page
  void turnTo(int wanted) {
    var pages = model.chosenProperty().get().map(Document::pages).orElse(0);
    if (wanted >= 1 && wanted <= pages) {
      number.set(wanted);
      draw();
    }
  }

  /// Shows a protected document that this password opens.
  void unlock(String password) {
    model
        .chosenProperty()
        .get()
        .ifPresent(document -> {
          port.unlock(document.sha256(), password);
          unlocked.set(unlocked.get() + 1);
          draw();
        });
  }

  /// Counts passwords that were entered: what could not be drawn before may be now.
  ReadOnlyIntegerProperty unlockedProperty() {
    return unlocked.getReadOnlyProperty();
  }

  /// Name of the document shown.
  String name() {
    return model.chosenProperty().get().map(Document::name).orElse("");
  }

  /// To the page that the passage begins on, unless it stands on this one too.
  private void follow(Optional<Chunk> passage) {
    passage
        .map(Chunk::locator)
        .ifPresent(place -> {
          int page = number.get();
          if (place.firstPage() > 0 && (page < place.firstPage() || page > place.lastPage())) {
            turnTo(place.firstPage());
          }
        });
  }

  private void draw() {
    ahead.cancel();
    var document = model.chosenProperty().get();
    if (!open.get() || width.get() < 1 || document.isEmpty() || document.get().pages() == 0) {
      drawing.cancel();
      return;
    }
    var id = document.get().id();
    var page = number.get();
    var pixels = (int) (width.get() * zoom);
    drawing.<PagePicture>run(
        progress -> port.picture(id, page, pixels, progress),
        outcome -> {
          switch (outcome) {
            case Outcome.Done<PagePicture>(var picture) -> {
              shown.set(new Shown.Page(picture));
              if (page < picture.pages()) {
                ahead.<PagePicture>run(
                    progress -> port.picture(id, page + 1, pixels, progress), _ -> {});
              }
            }
            case Outcome.Failed<PagePicture>(var failure) ->
                shown.set(
                    new Shown.Failed(
                        failure.problem().cause().in(ui.locale()),
                        PasswordPrompt.answers(failure.problem())));
            case Outcome.Cancelled<PagePicture>() -> {}
          }
        });
  }
}
