package dev.retune.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.retune.file.Json;
import dev.retune.file.Reason;
import dev.retune.text.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads `events.jsonl` piece by piece as it grows; a torn last line waits until it is whole.
public final class EventReader {
  private static final Logger LOG = LoggerFactory.getLogger(EventReader.class);

  private final Path file;
  private long offset;

  public EventReader(Path file) {
    this.file = file;
  }

  /// The events that became complete since the last call. A whole line that is no event (written by
  /// a newer program, or damaged) is left out.
  ///
  /// @throws dev.retune.text.ProblemException if the file is there but cannot be read
  public List<RunEvent> poll() {
    if (!Files.exists(file)) {
      return List.of();
    }
    var events = new ArrayList<RunEvent>();
    for (var line : newLines()) {
      try {
        events.add(Json.mapper().readValue(line, RunEvent.class));
      } catch (JsonProcessingException e) {
        LOG.warn("{}: not an event: {}", file, e.getOriginalMessage());
      }
    }
    return events;
  }

  private List<String> newLines() {
    try (var channel = FileChannel.open(file)) {
      channel.position(offset);
      var bytes = Channels.newInputStream(channel).readAllBytes();
      var end = bytes.length;
      while (end > 0 && bytes[end - 1] != '\n') {
        end--;
      }
      offset += end;
      var text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes, 0, end)).toString();
      return text.lines().filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      throw Problem.of(EventReader.class, "events.read", file.toString(), Reason.of(e))
          .exception(e);
    }
  }
}
