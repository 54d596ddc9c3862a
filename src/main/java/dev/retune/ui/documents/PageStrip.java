package dev.retune.ui.documents;

import dev.retune.document.Document;
import dev.retune.document.PageState;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.LatestTask;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Outcome;
import dev.retune.ui.support.Ui;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ListView;

/// The pages of the document small, one below the other, with what became of each.
final class PageStrip extends ListView<PageStrip.Entry> {
  private static final double WIDTH = 116;

  private final DocumentsPort port;
  private final PageModel page;
  private final LatestTask reading;
  private final ObservableList<Entry> entries = FXCollections.observableArrayList();

  /// @param number from 1
  record Entry(Document document, int number, PageState state) {}

  PageStrip(Ui ui, Messages messages, DocumentsPort port, DocumentsModel model, PageModel page) {
    this.port = port;
    this.page = page;
    this.reading = ui.tasks().latest();
    Controls.named(this, "page-strip", messages.get("strip"));
    getStyleClass().add("page-strip");
    setPrefWidth(WIDTH);
    setMinWidth(WIDTH);
    setItems(entries);
    setCellFactory(_ -> new PageCell(ui, messages, port));
    model.chosenProperty().subscribe(this::read);
    page.unlockedProperty().subscribe((_, _) -> read(model.chosenProperty().get()));
    page.numberProperty().subscribe(number -> select(number.intValue()));
    getSelectionModel()
        .selectedItemProperty()
        .subscribe(entry -> {
          if (entry != null && entry.number() != page.numberProperty().get()) {
            page.turnTo(entry.number());
          }
        });
  }

  private void read(Optional<Document> chosen) {
    entries.clear();
    if (chosen.isEmpty() || chosen.get().pages() == 0) {
      reading.cancel();
      return;
    }
    var document = chosen.get();
    reading.<List<PageState>>run(
        _ -> port.pageStates(document.id()),
        outcome -> {
          if (outcome instanceof Outcome.Done<List<PageState>>(var states)) {
            for (int i = 0; i < states.size(); i++) {
              entries.add(new Entry(document, i + 1, states.get(i)));
            }
            select(page.numberProperty().get());
          }
        });
  }

  private void select(int number) {
    if (number <= entries.size()) {
      getSelectionModel().select(number - 1);
      scrollTo(Math.max(0, number - 2));
    }
  }
}
