package dev.retune.gpu;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// `installed.json` in the folder of the CUDA libraries.
///
/// @param version of PyTorch
/// @param from the wheels that the libraries are out of, or the one PyTorch that they belong to
record Installed(int schemaVersion, String version, List<String> from) {
  static final int SCHEMA = 1;
  static final String VERSION = "2.7.1";
  static final String FILE = "installed.json";

  /// Everything that installing may leave in `folder`.
  static List<Path> places(Path folder) {
    return Stream.of("cuda", "cuda.old", "linking", "unpacking", "downloads")
        .map(folder::resolve)
        .toList();
  }
}
