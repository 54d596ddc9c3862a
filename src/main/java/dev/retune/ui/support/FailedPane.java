package dev.retune.ui.support;

import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What happened, what was kept, what to do, and "copy details" under a stable code.
public final class FailedPane {
  private FailedPane() {}

  /// A pane in place of the content.
  ///
  /// @param kept what was kept, in words; empty if there is nothing to say
  /// @param retry what mends it, such as a "Try again" button; null if nothing does
  public static Placeholder of(
      Ui ui, String id, Failure failure, String kept, @Nullable Button retry) {
    var messages = Messages.of(FailedPane.class, ui.locale());
    var pane =
        new Placeholder(
            id,
            Feather.ALERT_TRIANGLE,
            failure.problem().cause().in(ui.locale()),
            (kept.isEmpty() ? "" : kept + " ") + failure.problem().remedy().in(ui.locale()));
    pane.getStyleClass().add("failed");
    if (retry != null) {
      pane.actions(retry);
    }
    pane.actions(
        Controls.button(id + "-copy", messages.get("failed.copy"), () -> copy(failure, ui)));
    return pane.more(
        Controls.label(messages.get("failed.code", failure.problem().code()), "muted", "small"));
  }

  private static void copy(Failure failure, Ui ui) {
    var content = new ClipboardContent();
    content.putString(failure.report(ui.locale()));
    Clipboard.getSystemClipboard().setContent(content);
    ui.notices().say(Messages.of(FailedPane.class, ui.locale()).get("failed.copied"));
  }
}
