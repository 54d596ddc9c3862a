package dev.retune.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retune.text.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallLockTest {
  private static final int REFUSED = 7;

  @TempDir Path folder;

  @Test
  void whoIsRefusedDoesNotOpenTheDoorToAnotherProcess() throws IOException, InterruptedException {
    try (var _ = InstallLock.take(folder)) {
      assertThatThrownBy(() -> InstallLock.take(folder)).isInstanceOf(ProblemException.class);
      assertThat(elsewhere()).isEqualTo(REFUSED);
    }
    assertThat(elsewhere()).isZero();
    InstallLock.take(folder).close();
  }

  private int elsewhere() throws IOException, InterruptedException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-cp",
            System.getProperty("java.class.path"),
            InstallLockTest.class.getName(),
            folder.toString())
        .inheritIO()
        .start()
        .waitFor();
  }

  /// Tries to take the lock.
  public static void main(String[] args) throws IOException {
    try (var _ = InstallLock.take(Path.of(args[0]))) {
      System.exit(0);
    } catch (ProblemException _) {
      System.exit(REFUSED);
    }
  }
}
