package dev.retune.pair;

import dev.retune.dataset.Split;
import dev.retune.document.Chunk;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/// Shares pairs out to train, validation and test without leaks.
public final class Splitter {
  private Splitter() {}

  /// @param rows the pairs to split
  /// @param chunks the passages they point at, with those around them
  /// @return a split for each row, by the row's id
  public static Map<UUID, Split> split(
      Collection<PairRow> rows, Collection<Chunk> chunks, SplitOptions options) {
    throw new UnsupportedOperationException("" + rows + chunks + options);
  }
}
