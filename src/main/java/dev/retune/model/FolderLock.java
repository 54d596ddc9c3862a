package dev.retune.model;

import dev.retune.file.Reason;
import dev.retune.task.Progress;
import dev.retune.text.Problem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/// Keeps other threads and other processes from making the same folder at the same time.
final class FolderLock implements AutoCloseable {
  private static final long PAUSE_MILLIS = 100;

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /// Waits for the lock that `file` stands for. The empty file stays.
  ///
  /// @throws CancellationException if the person cancelled while waiting
  /// @throws dev.retune.text.ProblemException if the file cannot be made
  static FolderLock take(Path file, Progress progress) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        while (tryLock(channel) == null) {
          progress.checkCancelled();
          Thread.sleep(PAUSE_MILLIS);
        }
      } catch (IOException | RuntimeException | InterruptedException e) {
        channel.close();
        throw e;
      }
      return new FolderLock(channel);
    } catch (IOException e) {
      throw Problem.of(FolderLock.class, "lock", file, Reason.of(e)).exception(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }

  /// Null while another process or another thread of this one holds it.
  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException _) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException _) {
      // The lock ends with the process at the latest.
    }
  }
}
