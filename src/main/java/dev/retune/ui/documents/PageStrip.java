package dev.retune.ui.documents;

import dev.retune.document.Document;
import dev.retune.document.PageReading;
import dev.retune.document.Treatment;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.LatestTask;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Outcome;
import dev.retune.ui.support.Ui;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// The pages of the document small, one below the other, with what became of each.
final class PageStrip extends ListView<PageStrip.Entry> {
  private static final double WIDTH = 116;

  private final DocumentsPort port;
  private final PageModel page;
  private final ReadingController controller;
  private final LatestTask looking;
  private final ObservableList<Entry> entries = FXCollections.observableArrayList();

  record Entry(Document document, PageReading page) {}

  /// @param reading reads pages again, or leaves them out
  PageStrip(
      Ui ui,
      Messages messages,
      DocumentsPort port,
      DocumentsModel model,
      PageModel page,
      ReadingModel changes,
      ReadingController reading) {
    this.controller = reading;
    this.port = port;
    this.page = page;
    this.looking = ui.tasks().latest();
    Controls.named(this, "page-strip", messages.get("strip"));
    getStyleClass().add("page-strip");
    setPrefWidth(WIDTH);
    setMinWidth(WIDTH);
    setItems(entries);
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    setContextMenu(
        new PageMenu(
            "strip-",
            messages,
            changes.busy,
            () -> chosen().stream().map(Entry::page).toList(),
            (_, treatment) -> choose(treatment)));
    setOnKeyPressed(this::pressed);
    setCellFactory(_ -> new PageCell(ui, messages, port));
    model.chosenProperty().subscribe(this::read);
    page.unlockedProperty()
        .subscribe((_, _) -> {
          entries.clear();
          read(model.chosenProperty().get());
        });
    changes.changes.subscribe((_, _) -> read(model.chosenProperty().get()));
    page.numberProperty().subscribe(number -> select(number.intValue()));
    getSelectionModel()
        .selectedItemProperty()
        .subscribe(entry -> {
          if (entry != null && entry.page().number() != page.numberProperty().get()) {
            page.turnTo(entry.page().number());
          }
        });
  }

  /// Shows the pages; of the document that is shown already only what became of them changes.
  private void read(Optional<Document> chosen) {
    if (chosen.isEmpty() || chosen.get().pages() == 0) {
      entries.clear();
      looking.cancel();
      return;
    }
    var document = chosen.get();
    if (entries.stream().anyMatch(entry -> !entry.document().id().equals(document.id()))) {
      entries.clear();
    }
    looking.<List<PageReading>>run(
        _ -> port.reading().pages(document.id()),
        outcome -> {
          if (outcome instanceof Outcome.Done<List<PageReading>>(var pages)) {
            show(pages.stream().map(page -> new Entry(document, page)).toList());
          }
        });
  }

  private void show(List<Entry> now) {
    if (now.equals(entries)) {
      return;
    }
    var chosen = List.copyOf(getSelectionModel().getSelectedIndices());
    boolean same = entries.size() == now.size();
    entries.setAll(now);
    if (same && chosen.size() > 1) {
      chosen.forEach(index -> getSelectionModel().select(index.intValue()));
    } else {
      select(page.numberProperty().get());
    }
  }

  /// How a page was read.
  Optional<PageReading> reading(int number) {
    return entries.stream().map(Entry::page).filter(known -> known.number() == number).findFirst();
  }

  private List<Entry> chosen() {
    return getSelectionModel().getSelectedItems().stream().filter(Objects::nonNull).toList();
  }

  private void choose(@Nullable Treatment treatment) {
    var chosen = chosen();
    if (!chosen.isEmpty()) {
      controller.start(
          chosen.getFirst().document(),
          chosen.stream().map(entry -> entry.page().number()).toList(),
          treatment);
    }
  }

  private void pressed(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    switch (event.getCode()) {
      case DELETE -> choose(Treatment.LEAVE_OUT);
      case INSERT -> choose(null);
      case A -> choose(Treatment.AUTOMATIC);
      case R -> choose(Treatment.RECOGNISE);
      case O -> choose(Treatment.OWN_TEXT);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void select(int number) {
    if (number <= entries.size() && !getSelectionModel().isSelected(number - 1)) {
      getSelectionModel().clearAndSelect(number - 1);
      scrollTo(Math.max(0, number - 2));
    }
  }
}
