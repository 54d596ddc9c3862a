package dev.retune.gpu;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Where a wheel lies.
///
/// @param name of the file
/// @param address of the file; of the scheme `file` in a folder
/// @param sha256 as the index states it; null in a folder, which states none
/// @param size in bytes
record WheelFile(String name, URI address, @Nullable String sha256, long size) {

  /// Whether it has to be brought here first.
  boolean fetched() {
    return !address.getScheme().equals("file");
  }
}
