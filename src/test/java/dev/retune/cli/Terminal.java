package dev.retune.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.retune.TestWorkbench;
import dev.retune.workflow.Workbench;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Somebody at a terminal without a screen.
final class Terminal {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Workbench workbench;

  Terminal(Path home) {
    workbench = TestWorkbench.withWorkers(home);
  }

  /// What a command left.
  record Answer(int exit, String out, String err) {
    JsonNode json() {
      try {
        return JSON.readTree(out);
      } catch (IOException e) {
        throw new AssertionError(out, e);
      }
    }

    List<String> keys() {
      return json().properties().stream().map(Map.Entry::getKey).toList();
    }

    List<String> errorLines() {
      return err.lines().toList();
    }
  }

  Answer run(String... words) {
    var out = new StringWriter();
    var err = new StringWriter();
    var output = new Output(new PrintWriter(out), new PrintWriter(err), Locale.ENGLISH);
    var exit = new CommandLineFace(workbench, new NoScreen(), Locale.ENGLISH).run(output, words);
    return new Answer(exit, out.toString(), err.toString());
  }

  private static final class NoScreen implements WindowPort {
    @Override
    public boolean available() {
      return false;
    }

    @Override
    public void show(@Nullable Path project) {
      throw new AssertionError("no screen");
    }
  }
}
