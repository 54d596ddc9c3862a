package dev.retune.ui.pairs;

import dev.retune.pair.HistoryEntry;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Ui;
import java.time.LocalDate;
import javafx.scene.layout.VBox;

/// Where the pair came from and what happened to it, newest first.
final class DrawerHistory extends VBox {
  private final Ui ui;
  private final Messages messages;

  DrawerHistory(Ui ui, PairDetail detail) {
    this.ui = ui;
    this.messages = ui.messages(DrawerHistory.class);
    setId("pairs-history");
    getStyleClass().addAll("drawer-part", "drawer-history");
    detail
        .more()
        .subscribe(more ->
            getChildren()
                .setAll(
                    more.history().reversed().stream()
                        .map(entry -> Controls.paragraph(sentence(entry), "muted", "small"))
                        .toList()));
  }

  private String sentence(HistoryEntry entry) {
    var today = LocalDate.ofInstant(ui.clock().instant(), ui.clock().getZone());
    var kind = entry.kind();
    var target = entry.target();
    var what =
        target == null
            ? messages.get("history." + kind)
            : messages.get("history." + kind, messages.get("history." + target));
    return messages.get(
        "history.line", ui.formats().when(entry.time(), today), entry.reviewer(), what);
  }
}
