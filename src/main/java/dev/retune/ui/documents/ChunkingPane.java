package dev.retune.ui.documents;

import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Ui;
import javafx.geometry.Pos;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// "Passages": how documents are cut, with a live preview, and cutting them anew.
final class ChunkingPane extends VBox {
  private final ChunkingPreviewPane preview;

  ChunkingPane(
      Ui ui, DocumentsModel documents, ChunkingModel model, ChunkingController controller) {
    super(12);
    var messages = ui.messages(ChunkingPane.class);
    setId("chunking");
    getStyleClass().add("chunking");
    setMinWidth(420);
    var close =
        Controls.iconButton(
            "chunking-close", Feather.X, messages.get("chunking.close"), controller::close);
    close.getStyleClass().add("tiny");
    var head =
        new HBox(
            Controls.label(messages.get("chunking.title"), "section-title"),
            Controls.spacer(),
            close);
    head.setAlignment(Pos.CENTER_LEFT);
    preview = new ChunkingPreviewPane(ui, documents, model);
    VBox.setVgrow(preview, Priority.ALWAYS);
    getChildren()
        .addAll(
            head,
            new ChunkingFields(ui, documents, model, controller::recommend),
            preview,
            new ChunkingResult(ui, model, controller));
  }

  ListView<?> list() {
    return preview.list();
  }
}
