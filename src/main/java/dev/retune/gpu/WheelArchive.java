package dev.retune.gpu;

import dev.retune.file.Reason;
import dev.retune.file.Sha256;
import dev.retune.task.Progress;
import dev.retune.text.Problem;
import dev.retune.text.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// The libraries in a wheel.
///
/// @param file the archive
record WheelArchive(Path file) {
  /// More than any library of PyTorch or CUDA has.
  private static final long LARGEST = 4L << 30;

  /// How many bytes the libraries have.
  long unpacked() throws IOException {
    try (var zip = new ZipFile(file.toFile())) {
      return zip.stream().filter(WheelArchive::wanted).mapToLong(ZipEntry::getSize).sum();
    } catch (ZipException e) {
      throw unreadable(e);
    }
  }

  private static boolean wanted(ZipEntry entry) {
    return !entry.isDirectory() && Wheel.keeps(entry.getName());
  }

  /// Puts the libraries under `target`, each checked against the wheel's own list of hashes.
  ///
  /// @param progress advances by one for each byte
  /// @throws dev.retune.text.ProblemException if the archive is damaged or names a place outside of
  ///   `target`
  /// @throws java.util.concurrent.CancellationException if the person cancelled
  void unpack(Path target, Progress progress) throws IOException {
    try (var zip = new ZipFile(file.toFile())) {
      var hashes = record(zip);
      var entries = zip.stream().toList();
      for (var entry : entries) {
        var place = target.resolve(entry.getName()).normalize();
        if (entry.getName().contains("\\") || !place.startsWith(target)) {
          throw problem("wheel.escape", entry);
        }
      }
      for (var entry : entries) {
        if (wanted(entry)) {
          unpack(zip, entry, target.resolve(entry.getName()), hashes, progress);
        }
      }
    } catch (ZipException e) {
      throw unreadable(e);
    }
  }

  private ProblemException unreadable(ZipException e) {
    return Problem.of(WheelArchive.class, "wheel.archive", file, Reason.of(e)).exception(e);
  }

  private void unpack(
      ZipFile zip, ZipEntry entry, Path place, Map<String, String> hashes, Progress progress)
      throws IOException {
    if (entry.getSize() < 0 || entry.getSize() > LARGEST) {
      throw problem("wheel.size", entry);
    }
    Files.createDirectories(place.getParent());
    var digest = Sha256.digest();
    var size = 0L;
    try (var in = zip.getInputStream(entry);
        var out = Files.newOutputStream(place)) {
      var buffer = new byte[1 << 16];
      for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        progress.checkCancelled();
        size += n;
        if (size > entry.getSize()) {
          throw problem("wheel.size", entry);
        }
        digest.update(buffer, 0, n);
        out.write(buffer, 0, n);
        progress.advance(n);
      }
    }
    if (size != entry.getSize()
        || !Sha256.hex(digest.digest()).equals(hashes.get(entry.getName()))) {
      throw problem("wheel.damaged", entry);
    }
  }

  /// `RECORD`: for each file its path, `sha256=` with the hash in unpadded URL-safe Base64, and its
  /// size.
  private static Map<String, String> record(ZipFile zip) throws IOException {
    var hashes = new HashMap<String, String>();
    for (var entry : zip.stream().toList()) {
      if (entry.getName().endsWith(".dist-info/RECORD")) {
        try (var in = zip.getInputStream(entry)) {
          for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\\R")) {
            var fields = line.split(",");
            if (fields.length > 1 && fields[1].startsWith("sha256=")) {
              var hash = Base64.getUrlDecoder().decode(fields[1].substring("sha256=".length()));
              hashes.put(fields[0], HexFormat.of().formatHex(hash));
            }
          }
        }
      }
    }
    return hashes;
  }

  private ProblemException problem(String key, ZipEntry entry) {
    return Problem.of(WheelArchive.class, key, file.getFileName(), entry.getName()).exception();
  }
}
