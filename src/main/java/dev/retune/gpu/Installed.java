package dev.retune.gpu;

import java.util.List;

/// `installed.json` in the folder of the CUDA libraries.
///
/// @param version of PyTorch
/// @param from the wheels that the libraries are out of, or the one PyTorch that they belong to
record Installed(int schemaVersion, String version, List<String> from) {
  static final int SCHEMA = 1;
  static final String VERSION = "2.7.1";
  static final String FILE = "installed.json";
}
