package dev.retune.app;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.retune.file.Json;
import dev.retune.text.ProblemException;
import dev.retune.ui.support.UiMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the window remembers, in a file; changes that come in bursts are written once.
final class FileMemory implements UiMemory, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FileMemory.class);
  private static final long DELAY_MILLIS = 500;

  private final Path file;
  private final Map<String, String> values;
  private final ScheduledExecutorService writer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("retune-memory").factory());
  private boolean waiting;

  private FileMemory(Path file, Map<String, String> values) {
    this.file = file;
    this.values = values;
  }

  /// Opens the memory in `file`; an unreadable one only means default widths and places.
  static FileMemory open(Path file) {
    var values = new TreeMap<String, String>();
    if (Files.exists(file)) {
      try {
        var read =
            Json.mapper().readValue(file.toFile(), new TypeReference<Map<String, String>>() {});
        if (read != null) {
          values.putAll(read);
        }
      } catch (IOException e) {
        LOG.warn("{} is unreadable, the window starts with its defaults: {}", file, e.getMessage());
      }
    }
    return new FileMemory(file, values);
  }

  @Override
  public synchronized Optional<String> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  @Override
  public synchronized void put(String key, String value) {
    if (!value.equals(values.put(key, value)) && !waiting && !writer.isShutdown()) {
      waiting = true;
      var _ = writer.schedule(this::write, DELAY_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void write() {
    // One after the other, so that an older state never lands last.
    synchronized (writer) {
      try {
        Json.write(file, copy());
      } catch (ProblemException e) {
        LOG.warn("{}", e.getMessage());
      }
    }
  }

  /// What changes from now on waits for a write of its own.
  private synchronized Map<String, String> copy() {
    waiting = false;
    return new TreeMap<>(values);
  }

  @Override
  public void close() {
    writer.shutdownNow();
    write();
  }
}
