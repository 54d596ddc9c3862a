package dev.retune.endpoint;

/// A key that never shows itself in logs, errors or files: only [#reveal()] gives it.
public final class Secret {
  private final String value;

  public Secret(String value) {
    this.value = value.strip();
  }

  /// The value itself, for the one place that sends it.
  public String reveal() {
    return value;
  }

  public boolean isEmpty() {
    return value.isEmpty();
  }

  @Override
  public String toString() {
    return isEmpty() ? "(no key)" : "•••";
  }
}
