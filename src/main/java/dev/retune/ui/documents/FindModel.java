package dev.retune.ui.documents;

import dev.retune.document.PdfLocator;
import dev.retune.ui.support.LatestTask;
import dev.retune.ui.support.Outcome;
import dev.retune.ui.support.Ui;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Duration;

/// Words that are looked for in the chosen document, and where they stand. Newest search wins.
final class FindModel {
  /// While somebody types nothing is looked for.
  private static final Duration PAUSE = Duration.millis(200);

  /// Nobody steps through more.
  static final int MOST = 1000;

  /// @param places in reading order
  /// @param current index of the one that is looked at
  record Found(List<PdfLocator> places, int current) {
    Optional<PdfLocator> place() {
      return places.isEmpty() ? Optional.empty() : Optional.of(places.get(current));
    }

    private Found step(int by) {
      return places.isEmpty()
          ? this
          : new Found(places, Math.floorMod(current + by, places.size()));
    }
  }

  private final DocumentsPort port;
  private final DocumentsModel model;
  private final PageModel page;
  private final LatestTask finding;
  private final PauseTransition typed = new PauseTransition(PAUSE);
  private final BooleanProperty open = new SimpleBooleanProperty();
  private final StringProperty words = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Optional<Found>> found =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  FindModel(Ui ui, DocumentsPort port, DocumentsModel model, PageModel page) {
    this.port = port;
    this.model = model;
    this.page = page;
    this.finding = ui.tasks().latest();
    typed.setOnFinished(_ -> find());
    words.subscribe(_ -> typed.playFromStart());
    open.subscribe(_ -> find());
    // Nobody looked for these words in another document.
    model.chosenProperty().subscribe(_ -> open.set(false));
  }

  /// Whether words are being looked for at all.
  BooleanProperty openProperty() {
    return open;
  }

  StringProperty wordsProperty() {
    return words;
  }

  /// What answers the words; empty until it is known.
  ReadOnlyObjectProperty<Optional<Found>> foundProperty() {
    return found.getReadOnlyProperty();
  }

  void next() {
    found.get().ifPresent(now -> go(now.step(1)));
  }

  void previous() {
    found.get().ifPresent(now -> go(now.step(-1)));
  }

  private void find() {
    found.set(Optional.empty());
    var document = model.chosenProperty().get();
    var wanted = words.get().strip();
    if (!open.get() || wanted.isEmpty() || document.isEmpty()) {
      finding.cancel();
      return;
    }
    var id = document.get().id();
    finding.<List<PdfLocator>>run(
        _ -> port.find(id, wanted, MOST),
        outcome -> {
          if (outcome instanceof Outcome.Done<List<PdfLocator>>(var places)) {
            go(new Found(places, first(places)));
          }
        });
  }

  /// The first on the page shown or after it.
  private int first(List<PdfLocator> places) {
    for (int i = 0; i < places.size(); i++) {
      if (places.get(i).firstPage() >= page.numberProperty().get()) {
        return i;
      }
    }
    return 0;
  }

  private void go(Found now) {
    found.set(Optional.of(now));
    now.place().ifPresent(place -> page.turnTo(place.firstPage()));
  }
}
