package dev.retune.dataset;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/// A BEIR folder: `corpus.jsonl`, `queries.jsonl`, `qrels/<split>.tsv`.
public final class BeirFormat {
  private BeirFormat() {}

  /// The splits that the folder has judgements for.
  public static Set<Split> splits(Path folder) {
    throw new UnsupportedOperationException();
  }

  public static RetrievalSet read(Path folder, Split split) {
    throw new UnsupportedOperationException();
  }

  /// Writes one corpus and its judgements by split.
  public static void write(Path folder, Map<Split, RetrievalSet> sets) {
    throw new UnsupportedOperationException();
  }
}
