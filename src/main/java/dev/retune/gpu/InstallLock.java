package dev.retune.gpu;

import dev.retune.text.Problem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Keeps a second installation from writing into the same files, be it this program's window or
/// another process. The operating system lets go of it when the process ends, however it ends.
///
/// On Linux it also lets go when the process closes any other channel of the same file, so that who
/// comes second in this process must not open it: a system property says so.
///
/// @param property that is there while the lock is held
record InstallLock(FileChannel channel, String property) implements AutoCloseable {

  /// @throws dev.retune.text.ProblemException if another installation is under way
  static InstallLock take(Path folder) throws IOException {
    Files.createDirectories(folder);
    var file = folder.toRealPath().resolve("lock");
    var property = InstallLock.class.getName() + " " + file;
    if (System.getProperties().putIfAbsent(property, "") == null) {
      var lock = take(file, property);
      if (lock != null) {
        return lock;
      }
    }
    throw Problem.of(InstallLock.class, "busy", folder).exception();
  }

  private static @Nullable InstallLock take(Path file, String property) throws IOException {
    FileChannel channel = null;
    var taken = false;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      taken = channel.tryLock() != null;
      return taken ? new InstallLock(channel, property) : null;
    } finally {
      if (!taken) {
        if (channel != null) {
          channel.close();
        }
        System.clearProperty(property);
      }
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
    System.clearProperty(property);
  }
}
