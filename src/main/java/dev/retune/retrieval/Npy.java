package dev.retune.retrieval;

import java.nio.file.Path;

/// NumPy's array file, format 1.0, for two-dimensional little-endian float32.
public final class Npy {
  private Npy() {}

  /// @param rows `[rows][columns]`, all of one length
  /// @throws dev.retune.text.ProblemException if it cannot be written
  public static void write(Path file, float[][] rows) {
    throw new UnsupportedOperationException();
  }

  /// @throws dev.retune.text.ProblemException if it is not a two-dimensional float32 array
  public static float[][] read(Path file) {
    throw new UnsupportedOperationException();
  }
}
