package dev.retune.gpu;

import dev.retune.text.Problem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Keeps a second installation from writing into the same files, be it this program's window or
/// another process. The operating system lets go of it when the process ends, however it ends.
record InstallLock(FileChannel channel) implements AutoCloseable {

  /// @throws dev.retune.text.ProblemException if another installation is under way
  static InstallLock take(Path folder) throws IOException {
    Files.createDirectories(folder);
    var file = folder.resolve("lock");
    var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return new InstallLock(channel);
      }
    } catch (OverlappingFileLockException _) {
      // Told below like one of another process.
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    throw Problem.of(InstallLock.class, "busy", folder).exception();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
