package dev.retune;

import dev.retune.file.Home;
import dev.retune.training.LaunchCommand;
import dev.retune.workflow.Workbench;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/// Workbenches with a user data directory of their own.
public final class TestWorkbench {
  private TestWorkbench() {}

  /// One whose workers are real: this program in a process of its own.
  public static Workbench withWorkers(Path home) {
    return in(
        home,
        new LaunchCommand(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.retune.app.Main")));
  }

  /// One that starts nothing.
  public static Workbench withoutWorkers(Path home) {
    return in(home, new LaunchCommand(List.of("false")));
  }

  private static Workbench in(Path home, LaunchCommand launch) {
    return new Workbench(new Home(home), Clock.systemUTC(), Map.of(), "test", launch);
  }
}
