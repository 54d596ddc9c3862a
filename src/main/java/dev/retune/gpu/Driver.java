package dev.retune.gpu;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// Looks for NVIDIA's driver and its cards.
///
/// @param smi the words that start `nvidia-smi`
/// @param proc where Linux tells of the driver: `/proc/driver/nvidia`
/// @param library of the driver that CUDA programs load
public record Driver(List<String> smi, Path proc, String library) {
  private static final Pattern VERSION = Pattern.compile("Module(?: for \\S+)?\\s+([0-9.]+)");
  private static final int PATIENCE_SECONDS = 10;

  /// On Windows under Linux the driver is the host's.
  private static final Path OF_WSL = Path.of("/usr/lib/wsl/lib/libcuda.so.1");

  /// That of this machine.
  public static Driver ofThisMachine() {
    return new Driver(List.of("nvidia-smi"), Path.of("/proc/driver/nvidia"), "libcuda.so.1");
  }

  /// What the driver tells.
  ///
  /// @param version of the driver
  public record Cards(String version, List<Card> cards) {}

  /// A graphics card.
  ///
  /// @param memoryMiB 0 if it is not told
  /// @param capability of computing, such as `9.0`; empty if it is not told
  public record Card(String name, long memoryMiB, String capability) {}

  /// Whether there is a driver that programs can load, without asking it anything.
  boolean present() {
    return (Files.exists(proc.resolve("version")) || Files.exists(OF_WSL)) && loads();
  }

  /// Whether the driver's library can be loaded. A container shows the driver of the machine that
  /// it runs on, but has the library only if it was started with the graphics card; without it
  /// PyTorch's CUDA build does not load, not even to compute on the processor.
  @SuppressWarnings("restricted") // To load it is what the question is.
  boolean loads() {
    try (var arena = Arena.ofConfined()) {
      SymbolLookup.libraryLookup(library, arena);
      return true;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /// Driver and cards; empty without a driver.
  Optional<Cards> cards() {
    return fromSmi().or(this::fromProc);
  }

  private Optional<Cards> fromSmi() {
    try {
      var words = new ArrayList<>(smi);
      words.add("--query-gpu=driver_version,name,memory.total,compute_cap");
      words.add("--format=csv,noheader,nounits");
      var process =
          new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return Optional.empty();
      }
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.exitValue() == 0 ? parsed(said) : Optional.empty();
    } catch (IOException _) {
      return Optional.empty(); // It is not there.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static Optional<Cards> parsed(String said) {
    var cards = new ArrayList<Card>();
    var version = "";
    for (var line : said.lines().toList()) {
      var fields = line.split(",\\s*");
      if (fields.length == 4 && fields[2].matches("\\d+")) {
        version = fields[0].strip();
        cards.add(new Card(fields[1], Long.parseLong(fields[2]), fields[3].strip()));
      }
    }
    return cards.isEmpty() ? Optional.empty() : Optional.of(new Cards(version, cards));
  }

  private Optional<Cards> fromProc() {
    try {
      var matcher = VERSION.matcher(Files.readString(proc.resolve("version")));
      var cards = new ArrayList<Card>();
      try (var folders = Files.list(proc.resolve("gpus"))) {
        for (var folder : folders.sorted().toList()) {
          Files.readString(folder.resolve("information"))
              .lines()
              .filter(line -> line.startsWith("Model:"))
              .forEach(
                  line -> cards.add(new Card(line.substring("Model:".length()).strip(), 0, "")));
        }
      }
      return matcher.find() ? Optional.of(new Cards(matcher.group(1), cards)) : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
