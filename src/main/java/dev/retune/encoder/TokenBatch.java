package dev.retune.encoder;

import java.util.List;
import java.util.stream.IntStream;

/// Token ids of several texts, padded to the longest of them.
public final class TokenBatch {
  private final long[][] ids;
  private final long[][] typeIds;
  private final long[][] mask;
  private final int[] numbers;

  /// @param ids `[texts][length]`
  /// @param typeIds `[texts][length]`
  /// @param mask `[texts][length]`, 1 for a token and 0 for padding
  public TokenBatch(long[][] ids, long[][] typeIds, long[][] mask) {
    this(ids, typeIds, mask, IntStream.range(0, ids.length).toArray());
  }

  private TokenBatch(long[][] ids, long[][] typeIds, long[][] mask, int[] numbers) {
    this.ids = ids;
    this.typeIds = typeIds;
    this.mask = mask;
    this.numbers = numbers;
  }

  /// The same texts as part of a larger batch.
  ///
  /// @param others the number that each text has there, which decides what dropout drops of it
  public TokenBatch numbered(List<Integer> others) {
    return new TokenBatch(
        ids, typeIds, mask, others.stream().mapToInt(Integer::intValue).toArray());
  }

  /// What dropout knows the texts by; 0 and up in order where nobody chose.
  int[] numbers() {
    return numbers;
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
