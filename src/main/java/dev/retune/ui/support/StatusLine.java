package dev.retune.ui.support;

import dev.retune.text.Text;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// One piece of running work as the status bar shows it. Its properties change on the FX thread.
public final class StatusLine implements FxTasks.Task {
  private final ReadOnlyObjectWrapper<Text> stage;
  private final ReadOnlyLongWrapper done = new ReadOnlyLongWrapper(0);
  private final ReadOnlyLongWrapper total = new ReadOnlyLongWrapper(0);
  private final ReadOnlyObjectWrapper<Optional<Duration>> remaining =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper cancelling = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper(false);
  private final Runnable cancel;
  private final Consumer<Boolean> pause;

  StatusLine(Text title, Runnable cancel) {
    this(title, cancel, _ -> {});
  }

  /// @param pause told that the work waits, or goes on
  StatusLine(Text title, Runnable cancel, Consumer<Boolean> pause) {
    this.stage = new ReadOnlyObjectWrapper<>(title);
    this.cancel = cancel;
    this.pause = pause;
  }

  /// The current stage in words.
  public ReadOnlyObjectProperty<Text> stageProperty() {
    return stage.getReadOnlyProperty();
  }

  /// Units done of the current stage.
  public ReadOnlyLongProperty doneProperty() {
    return done.getReadOnlyProperty();
  }

  /// Units of the current stage; 0 if unknown.
  public ReadOnlyLongProperty totalProperty() {
    return total.getReadOnlyProperty();
  }

  /// How long the stage will still take, once it can be told.
  public ReadOnlyObjectProperty<Optional<Duration>> remainingProperty() {
    return remaining.getReadOnlyProperty();
  }

  /// Whether cancelling was asked for and is awaited.
  public ReadOnlyBooleanProperty cancellingProperty() {
    return cancelling.getReadOnlyProperty();
  }

  /// Whether the work waits until somebody lets it go on.
  public ReadOnlyBooleanProperty pausedProperty() {
    return paused.getReadOnlyProperty();
  }

  /// Says that the work waits, or goes on: that time does not count.
  public void showPaused(boolean value) {
    pause.accept(value);
    remaining.set(Optional.empty());
    paused.set(value);
  }

  /// Share done in 0..1, or −1 if it cannot be told.
  public double share() {
    return total.get() <= 0 ? -1 : Math.min(1.0, (double) done.get() / total.get());
  }

  /// Asks the work to stop; what is done by then is kept.
  @Override
  public void cancel() {
    cancelling.set(true);
    cancel.run();
  }

  void show(Text newStage, long newDone, long newTotal, Optional<Duration> newRemaining) {
    stage.set(newStage);
    total.set(newTotal);
    done.set(newDone);
    remaining.set(newRemaining);
  }
}
