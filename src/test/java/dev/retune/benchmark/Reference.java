package dev.retune.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retune.file.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/// sentence-transformers, each measurement in a process of its own.
///
/// @param python an interpreter with the packages of `src/test/fixtures/speed/requirements.txt`
/// @param folder for jobs and logs
record Reference(Path python, Path folder) {
  private static final Path SCRIPT = Path.of("src/test/fixtures/speed/measure.py");

  /// What a process ends with after SIGKILL.
  private static final int KILLED = 128 + 9;

  /// The interpreter that `-Dpython=…` names; the test is skipped without one.
  static Reference named(Path folder) {
    var python = System.getProperty("python", "");
    Assumptions.assumeFalse(
        python.isEmpty(),
        "skipped: -Dpython=<interpreter with src/test/fixtures/speed/requirements.txt> is missing");
    return new Reference(Path.of(python), folder);
  }

  /// As [#measure]; empty if the system killed it, which it does where memory does not suffice.
  Optional<JsonNode> tried(String name, Map<String, ?> job)
      throws IOException, InterruptedException {
    try {
      return Optional.of(measure(name, job));
    } catch (Killed _) {
      return Optional.empty();
    }
  }

  private static final class Killed extends AssertionError {
    Killed(String message) {
      super(message);
    }
  }

  /// Runs one job; what it prints is told by the script.
  JsonNode measure(String name, Map<String, ?> job) throws IOException, InterruptedException {
    var file = Files.createDirectories(folder).resolve(name + ".json");
    Json.write(file, job);
    var log = folder.resolve(name + ".log").toFile();
    var builder =
        new ProcessBuilder(python.toString(), SCRIPT.toString(), file.toString())
            .redirectError(ProcessBuilder.Redirect.to(log));
    // It runs as its users run it.
    builder.environment().remove("OMP_WAIT_POLICY");
    var process = builder.start();
    try {
      var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      var status = process.waitFor();
      if (status == KILLED) {
        throw new Killed(name + " was killed");
      }
      if (status != 0) {
        throw new AssertionError(name + " failed, see " + log);
      }
      return Json.mapper().readTree(output.lines().reduce("", (_, line) -> line));
    } finally {
      process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
  }
}
