package dev.retune.encoder;

/// Token ids of several texts, padded to the longest of them.
public final class TokenBatch {
  private final long[][] ids;
  private final long[][] typeIds;
  private final long[][] mask;

  /// @param ids `[texts][length]`
  /// @param typeIds `[texts][length]`
  /// @param mask `[texts][length]`, 1 for a token and 0 for padding
  public TokenBatch(long[][] ids, long[][] typeIds, long[][] mask) {
    this.ids = ids;
    this.typeIds = typeIds;
    this.mask = mask;
  }

  public long[][] ids() {
    return ids;
  }

  public long[][] typeIds() {
    return typeIds;
  }

  public long[][] mask() {
    return mask;
  }

  /// The number of texts.
  public int size() {
    return ids.length;
  }

  /// The common length in tokens.
  public int length() {
    return ids.length == 0 ? 0 : ids[0].length;
  }
}
