package dev.retune.ui.pairs;

import dev.retune.pair.ActionKind;
import dev.retune.pair.HistoryEntry;
import dev.retune.pair.Origin;
import dev.retune.pair.PairRow;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Ui;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import javafx.scene.layout.VBox;

/// Where the pair came from and what happened to it, newest first.
final class DrawerHistory extends VBox {
  private static final Set<Origin> WRITERS = Set.of(Origin.BUILT_IN, Origin.LLM);

  private final Ui ui;
  private final Messages messages;

  DrawerHistory(Ui ui, PairDetail detail) {
    this.ui = ui;
    this.messages = ui.messages(DrawerHistory.class);
    setId("pairs-history");
    getStyleClass().addAll("drawer-part", "drawer-history");
    detail
        .more()
        .subscribe(more -> {
          var writer = detail.row().get().map(PairRow::origin).filter(WRITERS::contains);
          getChildren()
              .setAll(
                  more.history().reversed().stream()
                      .map(entry -> Controls.paragraph(sentence(entry, writer), "muted", "small"))
                      .toList());
        });
  }

  private String sentence(HistoryEntry entry, Optional<Origin> origin) {
    var today = LocalDate.ofInstant(ui.clock().instant(), ui.clock().getZone());
    var kind = entry.kind();
    var target = entry.target();
    var what =
        target == null
            ? messages.get("history." + kind)
            : messages.get("history." + kind, messages.get("history." + target));
    // A program wrote it, whoever pressed the button.
    return kind == ActionKind.WRITE && origin.isPresent()
        ? messages.get(
            "history.written",
            ui.formats().when(entry.time(), today),
            messages.get("history.writer." + origin.get()))
        : messages.get(
            "history.line", ui.formats().when(entry.time(), today), entry.reviewer(), what);
  }
}
