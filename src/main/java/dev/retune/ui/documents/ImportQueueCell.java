package dev.retune.ui.documents;

import dev.retune.document.ImportOutcome;
import dev.retune.document.ImportQueue.Entry;
import dev.retune.document.ImportQueue.State;
import dev.retune.text.Text;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Formats;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Ui;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// One file of a running import: sign, name, how far it is or how it ended.
final class ImportQueueCell extends ListCell<Entry> {
  private static final double NAME = 260;
  private static final double BAR = 120;

  private final Messages messages;
  private final Ui ui;
  private final Formats formats;
  private final HBox sign = new HBox();
  private final Label name = Controls.label("", "import-file");
  private final ProgressBar bar = new ProgressBar();
  private final Label words = Controls.label("", "muted");
  private final Button withdraw;
  private final HBox line;

  /// @param withdraw has the file taken out
  ImportQueueCell(Messages messages, Ui ui, Consumer<Entry> withdraw) {
    this.messages = messages;
    this.ui = ui;
    this.formats = ui.formats();
    sign.setAlignment(Pos.CENTER);
    sign.setMinWidth(Region.USE_PREF_SIZE);
    name.setPrefWidth(NAME);
    name.setMinWidth(NAME);
    bar.setPrefWidth(BAR);
    bar.setMinWidth(BAR);
    words.setMinWidth(0);
    this.withdraw =
        Controls.iconButton(
            "import-withdraw",
            Feather.X,
            messages.get("queue.withdraw"),
            () -> withdraw.accept(getItem()));
    this.withdraw.getStyleClass().add("tiny");
    line = new HBox(8, sign, name, bar, words, Controls.spacer(), this.withdraw);
    line.setAlignment(Pos.CENTER_LEFT);
    setPrefWidth(0); // as wide as the list
  }

  @Override
  protected void updateItem(@Nullable Entry entry, boolean empty) {
    super.updateItem(entry, empty);
    if (empty || entry == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    var file = String.valueOf(entry.file().getFileName());
    name.setText(file);
    name.setTooltip(new Tooltip(entry.file().toString()));
    words.setText(words(entry.state()));
    var unread = show(entry.state());
    withdraw.setVisible(unread);
    withdraw.setAccessibleText(messages.get("queue.withdraw.name", file));
    setAccessibleText(file + ", " + words.getText());
    setGraphic(line);
  }

  /// @return whether the file can still be taken out
  private boolean show(State state) {
    bar.setManaged(state instanceof State.Reading);
    bar.setVisible(bar.isManaged());
    return switch (state) {
      case State.Waiting() -> sign(Feather.CLOCK, "muted", true);
      case State.Reading(_, var done, var total) -> {
        bar.setProgress(total <= 0 ? 0 : Math.min(1, (double) done / total));
        yield sign(Feather.BOOK_OPEN, "role-tuned", true);
      }
      case State.Ended(var outcome) ->
          outcome.kind() == ImportOutcome.Kind.REFUSED
              ? sign(Feather.X_CIRCLE, "role-lost", false)
              : outcome.warnings().isEmpty()
                  ? sign(Feather.CHECK_CIRCLE, "role-right", false)
                  : sign(Feather.ALERT_TRIANGLE, "role-bm25", false);
      case State.Withdrawn() -> sign(Feather.MINUS_CIRCLE, "muted", false);
    };
  }

  private boolean sign(Ikon icon, String role, boolean unread) {
    sign.getChildren().setAll(Controls.icon(icon, role));
    return unread;
  }

  private String words(State state) {
    return switch (state) {
      case State.Waiting() -> messages.get("queue.waiting");
      case State.Withdrawn() -> messages.get("queue.withdrawn");
      case State.Reading(var stage, var done, var total) -> stage(stage, done, total);
      case State.Ended(var outcome) -> ended(outcome);
    };
  }

  private String stage(Text stage, long done, long total) {
    return switch (stage.key()) {
      case "opening" -> messages.get("queue.opening");
      case "recognising" ->
          messages.get("queue.recognising", formats.count(done), formats.count(total));
      case "reading" -> messages.get("queue.reading", formats.count(done), formats.count(total));
      default -> messages.get("queue.cutting");
    };
  }

  private String ended(ImportOutcome outcome) {
    var problem = outcome.problem();
    if (problem != null) {
      return problem.cause().in(ui.locale());
    }
    if (!outcome.warnings().isEmpty()) {
      return outcome.warnings().getFirst().cause().in(ui.locale());
    }
    return messages.get("summary." + outcome.kind(), outcome.pages(), outcome.chunks());
  }
}
