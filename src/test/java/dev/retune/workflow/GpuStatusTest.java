package dev.retune.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.gpu.Driver;
import dev.retune.gpu.Gpu;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Why a card is not used, in the order in which a person can do something about it.
@EnabledOnOs(OS.LINUX)
class GpuStatusTest {
  private static final List<String> CARD = List.of("echo", "550.54.15, NVIDIA L4, 23034, 8.9\n#");
  private static final String LOADABLE = "libc.so.6";

  @TempDir Path home;

  @Test
  void theFirstThingThatIsMissingIsNamed() {
    assertThat(why(List.of("no-such-program"), LOADABLE)).isEqualTo("workflow.gpu.driver");
    assertThat(why(CARD, "libno-such-library.so.1")).isEqualTo("workflow.gpu.library");
    assertThat(why(CARD, LOADABLE)).isEqualTo("workflow.gpu.libraries");
  }

  private String why(List<String> smi, String library) {
    var gpu = new Gpu(home, new Driver(smi, home.resolve("proc"), library));
    return Objects.requireNonNull(GpuStatus.of(gpu).why()).code();
  }
}
