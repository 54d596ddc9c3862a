package dev.retune.ui.support;

/// A status line in words: "Writing questions · 84 of 412 · about 2 min left".
public final class StatusText {
  private StatusText() {}

  public static String of(StatusLine line, Formats formats) {
    var messages = Messages.of(StatusText.class, formats.locale());
    var stage = line.stageProperty().get().in(formats.locale());
    if (line.cancellingProperty().get()) {
      return messages.get("status.cancelling", stage);
    }
    if (line.pausedProperty().get()) {
      return messages.get("status.paused", stage);
    }
    if (line.totalProperty().get() <= 0) {
      return stage;
    }
    var counted =
        messages.get(
            "status.counted",
            stage,
            formats.count(line.doneProperty().get()),
            formats.count(line.totalProperty().get()));
    return line.remainingProperty()
        .get()
        .map(left -> counted + " · " + formats.remaining(left))
        .orElse(counted);
  }
}
