package dev.retune.gpu;

import dev.retune.text.Problem;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// Where wheels come from.
interface WheelSource {

  /// @throws dev.retune.text.ProblemException if it is not there or the source cannot be reached
  WheelFile find(Wheel wheel);

  /// @param from address of a package index, or a folder with wheels
  static WheelSource of(String from) {
    if (from.startsWith("http://") || from.startsWith("https://")) {
      return new SimpleIndex(from);
    }
    try {
      var folder = Path.of(from);
      if (Files.isDirectory(folder)) {
        return new WheelFolder(folder);
      }
    } catch (InvalidPathException _) {
      // Told below like a folder that is not there.
    }
    throw Problem.of(WheelSource.class, "source", from).exception();
  }
}
