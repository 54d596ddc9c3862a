package dev.retune.document;

import dev.retune.file.Reason;
import dev.retune.file.Sha256;
import dev.retune.text.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The copies of the documents' files in the project, named by their content.
final class Originals {
  private static final Logger LOG = LoggerFactory.getLogger(Originals.class);
  private static final String PART = ".part";

  /// Names that only this class gives: whatever else a person keeps in the folder stays.
  private static final Pattern OWN =
      Pattern.compile(
          "\\.[0-9a-f-]{36}\\.part|[0-9a-f]{64}\\."
              + "(pdf|md|txt|png|jpg|tif|html|docx|pptx|xlsx|eml|csv|jsonl)");

  private final Path folder;

  Originals(Path folder) {
    this.folder = folder;
  }

  /// A copy that is not yet part of the project; closing it without [#keep] deletes it.
  final class Copy implements AutoCloseable {
    private final Path file;
    private final String sha256;

    private Copy(Path file, String sha256) {
      this.file = file;
      this.sha256 = sha256;
    }

    Path file() {
      return file;
    }

    String sha256() {
      return sha256;
    }

    /// Gives the copy its name.
    ///
    /// @return whether it is new; false if the same content was there before
    boolean keep(String extension) {
      var target = path(sha256, extension);
      try {
        if (Files.exists(target)) {
          return false;
        }
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        return true;
      } catch (IOException e) {
        throw unwritable(target, e);
      }
    }

    @Override
    public void close() {
      delete(file);
    }
  }

  Path path(String sha256, String extension) {
    return folder.resolve(sha256 + "." + extension);
  }

  /// Which content a copy is of.
  static String sha256(Path copy) {
    var name = FileHead.name(copy);
    return name.substring(0, name.indexOf('.'));
  }

  /// Copies a stream to the project's disk and forces it there.
  ///
  /// @throws IOException if `in` fails
  /// @throws dev.retune.text.ProblemException if the copy cannot be written
  Copy take(InputStream in) throws IOException {
    var part = folder.resolve("." + UUID.randomUUID() + PART);
    var hashed = new DigestInputStream(in, Sha256.digest());
    boolean whole = false;
    try (var channel = open(part);
        var out = Channels.newOutputStream(channel)) {
      var buffer = new byte[1 << 16];
      for (int n = hashed.read(buffer); n >= 0; n = hashed.read(buffer)) {
        try {
          out.write(buffer, 0, n);
        } catch (IOException e) {
          throw unwritable(part, e);
        }
      }
      force(channel, part);
      whole = true;
      return new Copy(part, Sha256.hex(hashed.getMessageDigest().digest()));
    } finally {
      if (!whole) {
        delete(part);
      }
    }
  }

  private static FileChannel open(Path part) {
    try {
      return FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw unwritable(part, e);
    }
  }

  private static void force(FileChannel channel, Path part) {
    try {
      channel.force(true);
    } catch (IOException e) {
      throw unwritable(part, e);
    }
  }

  /// Deletes what an import that was killed left behind: copies that no document names.
  void sweep(Set<String> named) {
    try (var files = Files.newDirectoryStream(folder)) {
      for (var file : files) {
        var name = file.getFileName().toString();
        if (OWN.matcher(name).matches() && !named.contains(name)) {
          LOG.info("deleting the unfinished copy {}", name);
          delete(file);
        }
      }
    } catch (IOException e) {
      LOG.warn("could not look through {}", folder, e);
    }
  }

  void discard(String sha256, String extension) {
    delete(path(sha256, extension));
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("could not delete {}", file.getFileName(), e);
    }
  }

  private static RuntimeException unwritable(Path file, IOException e) {
    return Problem.of(DocumentImporter.class, "noCopy", file, Reason.of(e)).exception(e);
  }
}
