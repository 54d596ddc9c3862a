package dev.retune.project;

import com.fasterxml.jackson.core.JacksonException;
import dev.retune.file.Json;
import dev.retune.text.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps a second program out of a project.
///
/// The operating system's lock on `.lock` decides: it ends with the process that holds it, so that
/// after a crash the next program simply takes over. `.opened-by.json` only says who holds it. It
/// is another file because on POSIX systems closing *any* channel on a file drops the process's
/// locks on it, and because Windows would not let a locked file be read.
final class ProjectLock implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ProjectLock.class);
  private static final String LOCK = ".lock";
  private static final String HOLDER = ".opened-by.json";

  private final Path folder;
  private final FileLock lock;

  private ProjectLock(Path folder, FileLock lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /// Who has a project open.
  ///
  /// @param started when the process started, which tells it from a later one of the same number
  record Holder(String user, String host, long pid, @Nullable Instant started, Instant since) {
    /// The file may have been written by another version, or cut short.
    Holder {
      user = Objects.requireNonNullElse(user, "?");
      host = Objects.requireNonNullElse(host, "?");
      since = Objects.requireNonNullElseGet(since, Instant::now);
    }

    static Holder current() {
      var process = ProcessHandle.current();
      return new Holder(
          System.getProperty("user.name", "?"),
          hostName(),
          process.pid(),
          process.info().startInstant().orElse(null),
          Instant.now());
    }

    boolean sameProcess(Holder other) {
      return pid == other.pid
          && host.equals(other.host)
          && (started == null || other.started == null || started.equals(other.started));
    }

    private static String hostName() {
      try {
        return InetAddress.getLocalHost().getHostName();
      } catch (UnknownHostException _) {
        return "?";
      }
    }
  }

  static boolean isOwnFile(String name) {
    return name.equals(LOCK) || name.equals(HOLDER);
  }

  /// @throws dev.retune.text.ProblemException if another program, or this one, has it open, or the
  ///   folder cannot be written
  static ProjectLock take(Path folder) {
    var current = Holder.current();
    var holder = holder(folder);
    // Asked before the lock file is touched: closing a second channel would drop our own lock.
    if (holder.isPresent() && holder.get().sameProcess(current)) {
      throw opened(folder, holder.get());
    }
    var lock = lock(folder, holder);
    try {
      Json.write(folder.resolve(HOLDER), current);
    } catch (RuntimeException e) {
      release(lock);
      throw Files.isWritable(folder)
          ? e
          : Problem.of(Project.class, "readOnly", folder).exception(e);
    }
    holder.ifPresent(dead -> LOG.info("took over the lock of process {}", dead.pid()));
    return new ProjectLock(folder, lock);
  }

  private static FileLock lock(Path folder, Optional<Holder> holder) {
    FileChannel channel;
    try {
      channel =
          FileChannel.open(
              folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw Unwritable.folder(folder, e);
    }
    try {
      var lock = channel.tryLock();
      if (lock != null) {
        return lock;
      }
    } catch (OverlappingFileLockException _) {
      // Another thread of this program was faster. Closing the channel, or leaving that to the
      // garbage collector, would drop its lock: it stays open until the program ends.
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(channel)));
      throw opened(folder, Holder.current());
    } catch (IOException e) {
      close(channel);
      throw Problem.of(Project.class, "noLocks", folder).exception(e);
    }
    close(channel);
    throw opened(folder, holder.orElse(new Holder("?", "?", 0, null, Instant.now())));
  }

  private static RuntimeException opened(Path folder, Holder holder) {
    return Problem.of(
            Project.class,
            "open",
            folder,
            holder.user(),
            holder.host(),
            Long.toString(holder.pid()),
            java.util.Date.from(holder.since()))
        .exception();
  }

  private static Optional<Holder> holder(Path folder) {
    try (var in = Files.newInputStream(folder.resolve(HOLDER))) {
      return Optional.ofNullable(Json.mapper().readValue(in, Holder.class));
    } catch (JacksonException e) {
      LOG.warn("unreadable {}", HOLDER, e);
      return Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    if (!lock.isValid()) {
      return;
    }
    try {
      Files.deleteIfExists(folder.resolve(HOLDER));
    } catch (IOException e) {
      LOG.warn("could not remove {}", HOLDER, e);
    }
    release(lock);
  }

  private static void release(FileLock lock) {
    close(lock.acquiredBy());
  }

  private static void close(java.nio.channels.Channel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      LOG.warn("could not close the lock", e);
    }
  }
}
