package dev.retune.project;

import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// Values kept with the project under a name, as JSON.
public final class ProjectSettings {
  ProjectSettings(Jdbi jdbi) {
    java.util.Objects.requireNonNull(jdbi);
  }

  /// The value under `key`; empty if there is none or it no longer has this form.
  public <T> Optional<T> get(String key, Class<T> type) {
    throw new UnsupportedOperationException();
  }

  /// Keeps `value` under `key`.
  public void put(String key, Object value) {
    throw new UnsupportedOperationException();
  }
}
