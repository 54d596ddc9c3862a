package dev.retune.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retune.text.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerLauncherTest {
  @TempDir Path folder;
  private RunFolder run;

  @BeforeEach
  void run() {
    run = new RunFolder(folder, Runs.configuration());
  }

  /// The packaged launcher takes a process with its mark for one that it has set up itself, and
  /// hands `worker` to Java as the main class.
  @Test
  void aWorkerIsNotMarkedAsSetUpByThePackagedLauncher() {
    var environment = new HashMap<>(Map.of("_JPACKAGE_LAUNCHER", "1", "HOME", "/home/ana"));
    WorkerLauncher.prepare(environment);
    assertThat(environment)
        .containsOnly(Map.entry("HOME", "/home/ana"), Map.entry("OMP_WAIT_POLICY", "PASSIVE"));
  }

  @Test
  void aWorkerThatDiesAtOnceIsReportedWithTheEndOfItsLog() throws IOException {
    var command =
        new LaunchCommand(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "no.such.Main"));
    assertThatThrownBy(() -> new WorkerLauncher(command).launch(run))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("no.such.Main");
    assertThat(Files.readString(run.workerLog())).contains("no.such.Main");
  }

  @Test
  void aProgramThatIsNotThereIsAProblemToo() {
    var launcher = new WorkerLauncher(new LaunchCommand(List.of("/no/such/program")));
    assertThatThrownBy(() -> launcher.launch(run)).isInstanceOf(ProblemException.class);
  }

  @Test
  void wishesLeftFromAnEarlierWorkerAreForgotten() {
    run.requestStop();
    run.requestPause();
    var launcher = new WorkerLauncher(new LaunchCommand(List.of("/no/such/program")));
    assertThatThrownBy(() -> launcher.launch(run)).isInstanceOf(ProblemException.class);
    assertThat(run.control().asked(RunControl.Request.STOP)).isFalse();
    assertThat(run.control().asked(RunControl.Request.PAUSE)).isFalse();
  }
}
