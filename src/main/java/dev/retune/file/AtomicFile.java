package dev.retune.file;

import dev.retune.text.Problem;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/// Writes a file whole or not at all: a failed write never damages the previous file.
public final class AtomicFile {
  private AtomicFile() {}

  /// What fills the file.
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /// Replaces `file` by what `content` writes: into a neighbour first, forced to disk, then moved
  /// over. Missing parent folders are made.
  ///
  /// @throws dev.retune.text.ProblemException if it cannot be written; the previous file stands
  public static void write(Path file, Content content) {
    var absolute = file.toAbsolutePath();
    var temporary =
        absolute.resolveSibling("." + absolute.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      Files.createDirectories(absolute.getParent());
      try (var channel =
              FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
          var out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
        content.writeTo(out);
        out.flush();
        channel.force(true);
      }
      Files.move(
          temporary, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw Problem.of(AtomicFile.class, "write", absolute, Reason.of(e)).exception(e);
    } finally {
      deleteQuietly(temporary);
    }
  }

  /// Replaces `file` by `text` in UTF-8.
  ///
  /// @throws dev.retune.text.ProblemException if it cannot be written; the previous file stands
  public static void writeString(Path file, String text) {
    write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException _) {
      // A leftover .part file is harmless; the write's own outcome matters.
    }
  }
}
