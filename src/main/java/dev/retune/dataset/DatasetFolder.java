package dev.retune.dataset;

import java.nio.file.Path;

/// The frozen `dataset/` of a run folder, schema version 1.
public final class DatasetFolder {
  private DatasetFolder() {}

  /// Writes `data` into `folder`, which must not hold a dataset yet.
  ///
  /// @return the fingerprint: SHA-256 over the contents, independent of name and time
  /// @throws dev.retune.text.ProblemException if it cannot be written
  public static String write(Path folder, TrainingData data, DatasetInfo info) {
    throw new UnsupportedOperationException();
  }

  /// @throws dev.retune.text.ProblemException if the folder is damaged, was changed after it was
  ///   frozen, or was written by a newer version
  public static TrainingData read(Path folder) {
    throw new UnsupportedOperationException();
  }

  /// What the dataset says about itself.
  ///
  /// @throws dev.retune.text.ProblemException if it is not there or was written by a newer version
  public static DatasetInfo info(Path folder) {
    throw new UnsupportedOperationException();
  }

  /// The fingerprint that was recorded when the dataset was frozen.
  public static String fingerprint(Path folder) {
    throw new UnsupportedOperationException();
  }
}
