package dev.retune.ui.support;

import java.net.URI;
import java.nio.file.Path;

/// Opening web pages and folders outside the window; a port.
public interface Browser {
  void open(URI page);

  /// Shows a file or folder in the platform's file manager.
  void reveal(Path path);
}
