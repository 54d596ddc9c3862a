package dev.retune.ui.documents;

import dev.retune.document.Chunk;
import dev.retune.ui.documents.ChunkingModel.Preview;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Ui;
import dev.retune.workflow.ChunkingPreview;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What cutting would give: in a sentence, as a histogram, and the first passages.
final class ChunkingPreviewPane extends VBox {
  private final Ui ui;
  private final Messages messages;
  private final ChunkingModel model;
  private final Label sentence = Controls.paragraph("");
  private final TokenHistogram histogram = new TokenHistogram();
  private final ListView<Chunk> list = new ListView<>();

  ChunkingPreviewPane(Ui ui, DocumentsModel documents, ChunkingModel model) {
    super(8);
    this.ui = ui;
    this.messages = ui.messages(ChunkingPreviewPane.class);
    this.model = model;
    sentence.setId("chunking-preview");
    Controls.named(list, "chunking-list", messages.get("chunking.first"));
    list.setCellFactory(_ -> new PassageCell(messages, ui.formats(), documents));
    list.getStyleClass().add("flush-list");
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(sentence, histogram, list);
    model.preview.subscribe(this::show);
  }

  ListView<Chunk> list() {
    return list;
  }

  private void show(Preview preview) {
    sentence.getStyleClass().remove("role-lost");
    switch (preview) {
      case Preview.Computing() -> {
        sentence.setText(messages.get("chunking.computing." + model.method.get()));
        setFaded(true);
      }
      case Preview.Failed(var failure) -> {
        sentence.setText(failure.problem().in(ui.locale()));
        sentence.getStyleClass().add("role-lost");
        histogram.show(List.of(), 1, "", "");
        list.getItems().clear();
      }
      case Preview.Ready(var ready) -> show(ready);
    }
  }

  private void show(ChunkingPreview preview) {
    setFaded(false);
    var words = words(preview);
    sentence.setText(words);
    histogram.show(
        preview.tokens(),
        preview.limit(),
        words,
        messages.get(
            "chunking.range",
            ui.formats().count(TokenHistogram.range(preview.tokens(), preview.limit()))));
    list.getItems().setAll(preview.first());
    list.scrollTo(0);
  }

  /// What stands there is of the choice before.
  private void setFaded(boolean faded) {
    histogram.setOpacity(faded ? .4 : 1);
    list.setOpacity(faded ? .4 : 1);
  }

  private String words(ChunkingPreview preview) {
    if (preview.tokens().isEmpty()) {
      return messages.get("chunking.nothing");
    }
    var lengths = preview.tokens().stream().mapToInt(Integer::intValue).summaryStatistics();
    var formats = ui.formats();
    var text =
        new StringBuilder(
            messages.get(
                "chunking.gives",
                formats.count(preview.tokens().size()),
                formats.count(preview.before()),
                lengths.getMin(),
                lengths.getMax(),
                Math.round(lengths.getAverage())));
    text.append(' ')
        .append(
            preview.overLimit() == 0
                ? messages.get("chunking.fits", preview.limit())
                : messages.get(
                    "chunking.over",
                    formats.percent((double) preview.overLimit() / preview.tokens().size()),
                    preview.limit()));
    if (!preview.left().isEmpty()) {
      text.append(' ').append(messages.get("chunking.left", String.join(", ", preview.left())));
    }
    return text.toString();
  }
}
