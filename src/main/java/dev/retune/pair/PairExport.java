package dev.retune.pair;

import java.nio.file.Path;
import java.util.Collection;

/// Writes pairs to files that other programs read.
public final class PairExport {
  private PairExport() {}

  /// LlamaIndex's `EmbeddingQAFinetuneDataset`: accepted pairs of relevance above 0.
  public static void llamaIndex(Path file, Collection<PairRow> pairs) {
    throw new UnsupportedOperationException("" + file + pairs);
  }

  /// A table with one line a pair, of any status: RFC 4180, UTF-8.
  public static void csv(Path file, Collection<PairRow> pairs) {
    throw new UnsupportedOperationException("" + file + pairs);
  }
}
