package dev.retune.dataset;

import java.nio.file.Path;

/// LlamaIndex's `EmbeddingQAFinetuneDataset`, one JSON file.
public final class LlamaIndexFormat {
  private LlamaIndexFormat() {}

  public static RetrievalSet read(Path file) {
    throw new UnsupportedOperationException();
  }

  public static void write(Path file, RetrievalSet set) {
    throw new UnsupportedOperationException();
  }
}
