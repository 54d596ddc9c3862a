package dev.retune.training;

import dev.retune.file.Json;
import dev.retune.file.Reason;
import dev.retune.text.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Appends to `events.jsonl`, one event a line. Only the worker that holds the lock writes.
final class EventLog implements AutoCloseable {
  private final Path file;
  private final FileChannel channel;

  /// Opens the log for appending. A last line that a killed worker left torn is cut off: it never
  /// became an event.
  ///
  /// @throws dev.retune.text.ProblemException if the file cannot be written
  EventLog(Path file) {
    this.file = file;
    try {
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      channel.truncate(endOfLastLine());
      channel.position(channel.size());
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /// Writes one whole line; everything but steps is forced to disk.
  ///
  /// @throws dev.retune.text.ProblemException if the disk is full or gone
  void append(RunEvent event) {
    var line = ByteBuffer.wrap((Json.line(event) + "\n").getBytes(StandardCharsets.UTF_8));
    try {
      while (line.hasRemaining()) {
        channel.write(line);
      }
      if (!(event instanceof RunEvent.Step)) {
        channel.force(false);
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private long endOfLastLine() throws IOException {
    var one = ByteBuffer.allocate(1);
    for (var end = channel.size(); end > 0; end--) {
      channel.read(one.clear(), end - 1);
      if (one.get(0) == '\n') {
        return end;
      }
    }
    return 0;
  }

  private RuntimeException failure(IOException e) {
    return Problem.of(EventLog.class, "events.write", file.toString(), Reason.of(e)).exception(e);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw failure(e);
    }
  }
}
