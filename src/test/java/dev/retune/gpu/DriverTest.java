package dev.retune.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What `nvidia-smi` and `/proc/driver/nvidia` say, in their own words.
class DriverTest {
  /// A library that every Linux has, where a card would be needed for the driver's own.
  static final String LOADABLE = "libc.so.6";

  @TempDir Path proc;

  @Test
  void cardsAreReadFromNvidiaSmi() {
    var driver =
        new Driver(
            List.of("echo", "550.54.15, NVIDIA H100 80GB HBM3, 81559, 9.0\n#"), proc, LOADABLE);
    var cards = driver.cards().orElseThrow();
    assertThat(cards.version()).isEqualTo("550.54.15");
    assertThat(cards.cards())
        .containsExactly(new Driver.Card("NVIDIA H100 80GB HBM3", 81559, "9.0"));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void withoutNvidiaSmiTheKernelIsAsked() throws IOException {
    var driver = new Driver(List.of("no-such-program"), proc, LOADABLE);
    assertThat(driver.cards()).isEmpty();
    assertThat(driver.present()).isFalse();
    Files.writeString(
        proc.resolve("version"),
        "NVRM version: NVIDIA UNIX x86_64 Kernel Module  535.161.07  Sat Feb 17 22:55:48 UTC"
            + " 2024\n");
    var card = Files.createDirectories(proc.resolve("gpus/0000:01:00.0"));
    Files.writeString(card.resolve("information"), "Model: \t\t NVIDIA L4\nIRQ: 5\n");
    assertThat(driver.present()).isTrue();
    var cards = driver.cards().orElseThrow();
    assertThat(cards.version()).isEqualTo("535.161.07");
    var container = new Driver(driver.smi(), proc, "libno-such-library.so.1");
    assertThat(container.cards()).contains(cards);
    assertThat(container.present()).as("what cannot be loaded is not there").isFalse();
    assertThat(cards.cards()).containsExactly(new Driver.Card("NVIDIA L4", 0, ""));
  }
}
