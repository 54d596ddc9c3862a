package dev.retune.ui.support;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// When the project was last written, for "saved 10:42" in the status bar.
public final class Saved {
  private final Clock clock;
  private final ReadOnlyObjectWrapper<Optional<Instant>> at =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  public Saved(Clock clock) {
    this.clock = clock;
  }

  public ReadOnlyObjectProperty<Optional<Instant>> atProperty() {
    return at.getReadOnlyProperty();
  }

  /// Another project is in the window: of it nothing was written yet.
  public void forget() {
    at.set(Optional.empty());
  }

  /// Something was just written. Called on the FX thread.
  public void now() {
    at.set(Optional.of(clock.instant()));
  }
}
