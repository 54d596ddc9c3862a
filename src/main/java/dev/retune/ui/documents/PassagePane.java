package dev.retune.ui.documents;

import dev.retune.document.Chunk;
import dev.retune.document.Document;
import dev.retune.document.DocumentFiles;
import dev.retune.document.NoLocator;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Placeholder;
import dev.retune.ui.support.Ui;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The chosen document: what was odd about it, how long its passages are, and the passages.
final class PassagePane extends VBox {
  private final Ui ui;
  private final Messages messages;
  private final DocumentsModel model;
  private final DocumentsController controller;
  private final VBox head = new VBox(8);
  private final ListView<Chunk> list = new ListView<>();
  private final LengthStrip strip;
  private final ToggleButton showPage;
  private final CorrectionPane correction;

  PassagePane(
      Ui ui, DocumentsModel model, DocumentsController controller, BooleanProperty pageOpen) {
    this.ui = ui;
    this.messages = ui.messages(PassagePane.class);
    this.model = model;
    this.controller = controller;
    setId("passages");
    getStyleClass().add("passages");
    setMinWidth(280);
    showPage = new ToggleButton(messages.get("page.show"), Controls.icon(Feather.FILE_TEXT));
    Controls.named(showPage, "document-page", messages.get("page.show.name"));
    showPage.getStyleClass().add("quiet-toggle");
    showPage.setMinWidth(USE_PREF_SIZE);
    showPage.selectedProperty().bindBidirectional(pageOpen);
    head.getStyleClass().add("passages-head");
    Controls.named(list, "passage-list", messages.get("passages"));
    list.setItems(model.passages());
    list.setCellFactory(_ -> new PassageCell(messages, ui.formats(), model, this::correct));
    strip =
        new LengthStrip(index -> {
          list.scrollTo(index);
          list.getSelectionModel().clearAndSelect(index);
        });
    VBox.setVgrow(list, Priority.ALWAYS);
    correction = new CorrectionPane(ui, controller::correct);
    getChildren().addAll(head, list, correction);
    list.setOnKeyPressed(event -> {
      var passage = list.getSelectionModel().getSelectedItem();
      if (event.getCode() == KeyCode.F2 && passage != null) {
        correct(passage);
        event.consume();
      }
    });
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(chunk -> model.passageProperty().set(Optional.ofNullable(chunk)));
    model.passageProperty().subscribe(this::select);
    model.chosenProperty().subscribe(this::show);
    model.passages().addListener((InvalidationListener) _ -> showPassages());
  }

  ListView<Chunk> list() {
    return list;
  }

  /// Beside the page, where there is one to compare with.
  private void correct(Chunk passage) {
    if (passage.locator() instanceof NoLocator) {
      return; // a passage of a table of passages stands nowhere
    }
    if (showPage.isVisible()) {
      showPage.setSelected(true);
    }
    correction.open(passage);
  }

  private void select(Optional<Chunk> passage) {
    var selected = Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    if (passage.isPresent() && !passage.equals(selected)) {
      list.getSelectionModel().select(passage.get());
      list.scrollTo(passage.get());
    }
  }

  private void showPassages() {
    strip.show(model.passages(), model.tokenLimit(), lengths());
    list.scrollTo(0);
  }

  private String lengths() {
    var longest = model.passages().stream().mapToInt(Chunk::tokens).max().orElse(0);
    var over =
        model.passages().stream().filter(chunk -> chunk.tokens() > model.tokenLimit()).count();
    return over == 0
        ? messages.get("lengths", longest, model.tokenLimit())
        : messages.get("lengths.over", over, model.tokenLimit());
  }

  private void show(Optional<Document> chosen) {
    head.getChildren().clear();
    list.setPlaceholder(null);
    if (chosen.isEmpty()) {
      return;
    }
    var document = chosen.get();
    var name = Controls.label(document.name(), "section-title");
    var remove =
        Controls.iconButton(
            "document-remove",
            Feather.TRASH_2,
            messages.get("remove.name", document.name()),
            () -> controller.remove(List.of(document)));
    showPage.setVisible(DocumentFiles.drawn(document));
    var line =
        new HBox(
            8,
            name,
            OutcomeChip.of(document.outcome(), messages),
            Controls.spacer(),
            showPage,
            remove);
    line.setAlignment(Pos.CENTER_LEFT);
    head.getChildren().addAll(line, Controls.label(facts(document), "muted"));
    for (var warning : document.warnings()) {
      var text = Controls.paragraph(warning.cause().in(ui.locale()));
      var remedy = Controls.paragraph(warning.remedy().in(ui.locale()), "muted");
      var both = new VBox(text, remedy);
      HBox.setHgrow(both, Priority.ALWAYS);
      var row = new HBox(8, Controls.icon(Feather.ALERT_TRIANGLE, "role-bm25"), both);
      row.getStyleClass().add("document-warning");
      head.getChildren().add(row);
    }
    if (document.chunks() > 0) {
      head.getChildren().add(strip);
    } else {
      list.setPlaceholder(
          new Placeholder(
              "passages-none",
              Feather.FILE_MINUS,
              messages.get("passages.none"),
              messages.get("passages.none.sentence")));
    }
  }

  private String facts(Document document) {
    var formats = ui.formats();
    return messages.get(
        "facts",
        messages.get("facts." + DocumentFiles.parts(document), document.pages()),
        document.chunks(),
        formats.bytes(document.bytes()),
        formats.when(
            document.imported(), ui.clock().instant().atZone(ui.clock().getZone()).toLocalDate()));
  }
}
