package dev.retune.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLogTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final RunEvent STEP =
      new RunEvent.Step(1, NOW, 7, 134, .1, 1.25, 2e-5, .9, 800, 6.5, 820);

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void file() {
    file = folder.resolve("events.jsonl");
  }

  @Test
  void everyKindOfEventComesBackAsItWas() {
    var problem = Problem.of(SettingsCheck.class, "setting.least", "epochs", "0", "1");
    var events =
        List.of(
            new RunEvent.Started(1, NOW, 1, 4711, "0.1.0", "cpu", 2, 0, 134),
            new RunEvent.Preflight(1, NOW, 668, 334, 790, 0, 67, 134, 0, .7),
            STEP,
            new RunEvent.Evaluated(
                1,
                NOW,
                0,
                RunEvent.Subject.BM25,
                "validation",
                Map.of("ndcg@10", .81),
                .81,
                false,
                1.5,
                Map.of("ndcg@10", .86),
                Map.of(128, Map.of("ndcg@10", .79))),
            new RunEvent.CheckpointSaved(1, NOW, 10, "step-000010"),
            new RunEvent.Warned(1, NOW, 10, problem),
            new RunEvent.Paused(1, NOW, 11),
            new RunEvent.Resumed(1, NOW, 11),
            new RunEvent.Failed(1, NOW, 12, problem),
            new RunEvent.Stopped(2, NOW, 20, 10),
            new RunEvent.Finished(3, NOW, 134, 60, 1074));
    try (var log = new EventLog(file)) {
      events.forEach(log::append);
    }
    assertThat(new EventReader(file).poll()).isEqualTo(events);
  }

  @Test
  void typeNamesAreThoseOfTheContract() throws IOException {
    try (var log = new EventLog(file)) {
      log.append(STEP);
      log.append(new RunEvent.CheckpointSaved(1, NOW, 10, "step-000010"));
    }
    assertThat(Files.readAllLines(file))
        .satisfiesExactly(
            line -> assertThat(line).contains("\"type\":\"step\"", "\"learning_rate\":2.0E-5"),
            line -> assertThat(line).contains("\"type\":\"checkpoint\"", "\"attempt\":1"));
  }

  @Test
  void aTornLastLineWaitsUntilItIsWhole() throws IOException {
    try (var log = new EventLog(file)) {
      log.append(STEP);
    }
    var reader = new EventReader(file);
    assertThat(reader.poll()).containsExactly(STEP);
    var line = Files.readString(file);
    Files.writeString(file, line.substring(0, 40), StandardOpenOption.APPEND);
    assertThat(reader.poll()).isEmpty();
    Files.writeString(file, line.substring(40), StandardOpenOption.APPEND);
    assertThat(reader.poll()).containsExactly(STEP);
    assertThat(reader.poll()).isEmpty();
  }

  @Test
  void theNextWorkerCutsATornLineOff() throws IOException {
    try (var log = new EventLog(file)) {
      log.append(STEP);
    }
    Files.writeString(file, "{\"type\":\"step\",\"att", StandardOpenOption.APPEND);
    var next = new RunEvent.Paused(2, NOW, 7);
    try (var log = new EventLog(file)) {
      log.append(next);
    }
    assertThat(new EventReader(file).poll()).containsExactly(STEP, next);
  }

  @Test
  void aLineOfANewerProgramIsLeftOut() throws IOException {
    Files.writeString(file, "{\"type\":\"levitated\",\"attempt\":1}\n");
    try (var log = new EventLog(file)) {
      log.append(STEP);
    }
    assertThat(new EventReader(file).poll()).containsExactly(STEP);
  }
}
