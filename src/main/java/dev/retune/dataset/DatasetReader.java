package dev.retune.dataset;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Reads a retrieval set from whatever a person names: a LlamaIndex JSON file, a BEIR folder, a
/// dataset folder of this program, or a run folder that holds one.
public final class DatasetReader {
  private DatasetReader() {}

  /// @param split null for the test split, or validation, or train, whichever comes first
  /// @throws dev.retune.text.ProblemException if it is of no known form, damaged, inconsistent, or
  ///   has no such split
  public static RetrievalSet read(Path fileOrFolder, @Nullable Split split) {
    throw new UnsupportedOperationException();
  }
}
