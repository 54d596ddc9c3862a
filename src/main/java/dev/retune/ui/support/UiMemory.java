package dev.retune.ui.support;

import java.util.Optional;

/// What the window remembers for this user: column widths, layouts, dismissed hints, bounds.
public interface UiMemory {

  Optional<String> get(String key);

  void put(String key, String value);

  /// Remembers only until the window closes.
  static UiMemory transientMemory() {
    return new TransientMemory();
  }
}
