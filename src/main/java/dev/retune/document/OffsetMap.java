package dev.retune.document;

/// Where each character of a cleaned text stood in the raw text.
public final class OffsetMap {
  private final int length;

  private OffsetMap(int length) {
    this.length = length;
  }

  /// The map of a text that was not changed.
  public static OffsetMap identity(int length) {
    return new OffsetMap(length);
  }

  /// Length of the cleaned text.
  public int length() {
    return length;
  }

  /// The smallest raw range that holds everything the cleaned range came from.
  public Span toRaw(int start, int end) {
    throw new UnsupportedOperationException();
  }
}
