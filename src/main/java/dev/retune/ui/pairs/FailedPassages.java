package dev.retune.ui.pairs;

import dev.retune.pair.FailedChunk;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Tables;
import dev.retune.ui.support.Ui;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;

/// Passages for which no question could be written, each with the reason.
final class FailedPassages extends VBox {
  private static final int ROWS = 4;

  FailedPassages(Ui ui, ObservableList<FailedChunk> failed) {
    var messages = ui.messages(FailedPassages.class);
    var list = new ListView<>(failed);
    Controls.named(list, "pairs-write-failed", messages.get("write.failed.list"));
    list.setFixedCellSize(Tables.ROW_HEIGHT);
    list.setCellFactory(_ -> cell(ui, messages));
    getChildren().add(list);
    Runnable size =
        () -> {
          setVisible(!failed.isEmpty());
          setManaged(!failed.isEmpty());
          list.setPrefHeight(Math.min(ROWS, failed.size()) * Tables.ROW_HEIGHT + 2);
        };
    failed.addListener((ListChangeListener<FailedChunk>) _ -> size.run());
    size.run();
  }

  private static ListCell<FailedChunk> cell(Ui ui, Messages messages) {
    return new ListCell<>() {
      @Override
      protected void updateItem(FailedChunk chunk, boolean empty) {
        super.updateItem(chunk, empty);
        if (empty || chunk == null) {
          setText(null);
          return;
        }
        var reason = chunk.reason();
        setText(
            Words.place(messages, chunk.documentName(), chunk.page())
                + " · "
                + reason.cause().in(ui.locale())
                + " "
                + reason.remedy().in(ui.locale()));
      }
    };
  }
}
