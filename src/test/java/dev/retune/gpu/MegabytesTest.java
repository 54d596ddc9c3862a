package dev.retune.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.task.Progress;
import dev.retune.text.Text;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MegabytesTest {
  private final List<Long> told = new ArrayList<>();

  @Test
  void wholeMegabytesAreTold() {
    var progress = new Megabytes(listener());
    progress.begin(Text.of(GpuInstall.class, "unpacking", "3"), 2_500_000);
    progress.advance(999_999);
    progress.advance(1);
    progress.advance(1_400_000);
    progress.begin(Text.of(GpuInstall.class, "unpacking", "3"), 1_000_000);
    progress.advance(999_999);
    assertThat(told).containsExactly(3L, 1L, 1L, 1L);
  }

  private Progress listener() {
    return new Progress() {
      @Override
      public void begin(Text what, long total) {
        told.add(total);
      }

      @Override
      public void advance(long units) {
        told.add(units);
      }

      @Override
      public boolean cancelled() {
        return false;
      }
    };
  }
}
