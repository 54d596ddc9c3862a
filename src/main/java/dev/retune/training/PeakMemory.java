package dev.retune.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The resident peak of this process.
public final class PeakMemory {
  private static final Path STATUS = Path.of("/proc/self/status");

  private PeakMemory() {}

  /// In MiB; 0 where the platform does not tell.
  public static long mebibytes() {
    return read("VmHWM:");
  }

  /// What is resident now, in MiB; 0 where the platform does not tell.
  static long current() {
    return read("VmRSS:");
  }

  private static long read(String key) {
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith(key))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException _) {
      return 0;
    }
  }
}
