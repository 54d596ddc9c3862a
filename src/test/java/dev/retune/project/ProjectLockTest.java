package dev.retune.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectLockTest {
  @TempDir Path temp;

  /// Opens a project, writes once and waits to be killed.
  static final class Other {
    @SuppressWarnings("resource") // the point is that it is never closed
    public static void main(String[] args) throws Exception {
      var project = Project.create(Path.of(args[0]), "theirs");
      project.settings().put("by", "the other");
      System.out.println("open");
      Thread.sleep(60_000);
    }
  }

  @Test
  void anotherProcessKeepsItUntilItDies() throws Exception {
    var folder = temp.resolve("p");
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Other.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader out = process.inputReader()) {
      String line = out.readLine();
      while (line != null && !line.equals("open")) {
        line = out.readLine();
      }
      assertThat(line).as("the other process has it open").isEqualTo("open");
      assertThatThrownBy(() -> Project.open(folder))
          .hasMessageContaining("process " + process.pid() + ",");
    } finally {
      process.destroyForcibly();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
    try (var project = Project.open(folder)) {
      assertThat(project.settings().get("by", String.class)).contains("the other");
      assertThatThrownBy(() -> Project.open(folder))
          .hasMessageContaining("process " + ProcessHandle.current().pid() + ",");
    }
  }
}
