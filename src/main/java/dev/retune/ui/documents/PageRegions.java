package dev.retune.ui.documents;

import dev.retune.document.Box;
import dev.retune.document.Chunk;
import dev.retune.document.Locator;
import dev.retune.document.PagePicture;
import dev.retune.document.PdfLocator;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// The places of passages on a page.
final class PageRegions extends Pane {
  private final Messages messages;
  private final DocumentsModel model;
  private final FindModel find;
  private final Viewport viewport;
  private Optional<PagePicture> picture = Optional.empty();
  private boolean followsFound;

  /// What can scroll.
  @FunctionalInterface
  interface Viewport {
    void bringIntoView(double top, double height, double whole);
  }

  PageRegions(Messages messages, DocumentsModel model, FindModel find, Viewport viewport) {
    this.messages = messages;
    this.model = model;
    this.find = find;
    this.viewport = viewport;
    model.passages().addListener((InvalidationListener) _ -> layOut());
    model.passageProperty().subscribe(_ -> layOut(false));
    find.foundProperty().subscribe(_ -> layOut(true));
  }

  void show(Optional<PagePicture> shown) {
    picture = shown;
    layOut();
  }

  /// @param found whether what was found is to be in view, not the chosen passage
  private void layOut(boolean found) {
    followsFound = found;
    layOut();
  }

  private void layOut() {
    getChildren().clear();
    if (picture.isEmpty()) {
      return;
    }
    var page = picture.get();
    setPrefSize(page.width(), page.height());
    var chosen = model.passageProperty().get();
    for (var chunk : model.passages()) {
      if (!Optional.of(chunk).equals(chosen)) {
        boxes(chunk.locator(), page.page()).forEach(box -> add(chunk, box, page, false));
      }
    }
    // On top of those that overlap it.
    chosen.ifPresent(chunk -> {
      var boxes = boxes(chunk.locator(), page.page());
      boxes.forEach(box -> add(chunk, box, page, true));
      if (!boxes.isEmpty() && !followsFound) {
        bringIntoView(boxes.getFirst(), page);
      }
    });
    find.foundProperty().get().ifPresent(found -> mark(found, page));
  }

  private void mark(FindModel.Found found, PagePicture page) {
    for (var place : found.places()) {
      if (place.firstPage() <= page.page() && place.lastPage() >= page.page()) {
        boxes(place, page.page()).forEach(box -> mark(box, page, false));
      }
    }
    found
        .place()
        .map(place -> boxes(place, page.page()))
        .filter(boxes -> !boxes.isEmpty())
        .ifPresent(boxes -> {
          boxes.forEach(box -> mark(box, page, true));
          if (followsFound) {
            bringIntoView(boxes.getFirst(), page);
          }
        });
  }

  private void bringIntoView(Box box, PagePicture page) {
    viewport.bringIntoView(box.y() * page.scale(), box.height() * page.scale(), page.height());
  }

  /// What was found lies over the passages, which are still what is clicked on.
  private void mark(Box box, PagePicture page, boolean current) {
    var mark = new Region();
    mark.getStyleClass().add("page-found");
    Controls.toggleStyle(mark, "page-found-current", current);
    mark.setMouseTransparent(true);
    place(mark, box, page);
  }

  private void place(Region region, Box box, PagePicture page) {
    region.resizeRelocate(
        box.x() * page.scale(),
        box.y() * page.scale(),
        box.width() * page.scale(),
        box.height() * page.scale());
    region.setManaged(false);
    getChildren().add(region);
  }

  private static List<Box> boxes(Locator place, int page) {
    var boxes = new ArrayList<Box>();
    if (place instanceof PdfLocator(var ranges)) {
      ranges.stream()
          .filter(range -> range.page() == page)
          .forEach(range -> boxes.addAll(range.boxes()));
    }
    return boxes;
  }

  private void add(Chunk chunk, Box box, PagePicture page, boolean chosen) {
    var region = new Region();
    region.getStyleClass().add("page-region");
    Controls.toggleStyle(region, "page-region-chosen", chosen);
    region.setAccessibleText(messages.get("page.passage", chunk.ordinal() + 1));
    region.setOnMouseClicked(event -> {
      // The end of moving the page about is none.
      if (event.isStillSincePress()) {
        model.passageProperty().set(Optional.of(chunk));
      }
    });
    place(region, box, page);
  }
}
