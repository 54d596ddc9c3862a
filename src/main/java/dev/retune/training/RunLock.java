package dev.retune.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.retune.file.Json;
import dev.retune.file.Reason;
import dev.retune.text.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The worker's hold on a run: an operating-system lock, which dies with the process and keeps a
/// second worker out, and in the same file the words that tell others who holds it.
final class RunLock implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunLock.class);
  private static final long BEAT_MILLIS = 2000;

  /// The locked byte lies far beyond the text, because on Windows a locked region cannot be read.
  private static final long LOCKED_BYTE = 1L << 40;

  /// The text is padded to one length, so that rewriting it in place never leaves a longer tail.
  private static final int LENGTH = 256;

  private final Path file;
  private final FileChannel channel;
  private final Clock clock;
  private final Thread heart;
  private volatile LockInfo info;

  private RunLock(Path file, FileChannel channel, LockInfo info, Clock clock) throws IOException {
    this.file = file;
    this.channel = channel;
    this.info = info;
    this.clock = clock;
    write(info);
    heart = Thread.ofPlatform().daemon().name("heartbeat").start(this::beat);
  }

  /// Takes the lock, or nothing if another worker holds it.
  ///
  /// @throws dev.retune.text.ProblemException if the folder cannot be written
  static Optional<RunLock> take(Path file, int attempt, Clock clock) {
    try {
      var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        return Optional.empty();
      }
      return Optional.of(
          new RunLock(file, channel, LockInfo.ofThisProcess(attempt, clock.instant()), clock));
    } catch (IOException e) {
      throw Problem.of(RunLock.class, "lock", file.toString(), Reason.of(e)).exception(e);
    }
  }

  /// What the lock file says; nothing if there is none or it is not readable (yet).
  static Optional<LockInfo> read(Path file) {
    try {
      return Optional.of(Json.mapper().readValue(Files.readString(file), LockInfo.class));
    } catch (JsonProcessingException e) {
      LOG.debug("{}: {}", file, e.getOriginalMessage());
      return Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(LOCKED_BYTE, 1, false);
    } catch (OverlappingFileLockException _) {
      return null;
    }
  }

  private void beat() {
    try {
      while (channel.isOpen()) {
        Thread.sleep(BEAT_MILLIS);
        info = info.beat(clock.instant());
        write(info);
      }
    } catch (InterruptedException _) {
      // Closed.
    } catch (IOException e) {
      LOG.warn("{}: no heartbeat: {}", file, e.getMessage());
    }
  }

  private void write(LockInfo content) throws IOException {
    var text = String.format("%-" + (LENGTH - 1) + "s%n", Json.line(content));
    channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
  }

  /// Gives the run free.
  @Override
  public void close() {
    heart.interrupt();
    try {
      heart.join();
      Files.deleteIfExists(file);
      channel.close();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.warn("{}: {}", file, e.getMessage());
    }
  }
}
