package dev.retune.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessorTest {
  @TempDir Path folder;

  @Test
  void bfloat16IsFastWhereTheProcessorSaysSo() throws IOException {
    assertThat(fast("processor\t: 0\nflags\t\t: fpu avx512f avx512_bf16 amx_tile\n")).isTrue();
    assertThat(fast("Features\t: fp asimd bf16\n")).isTrue();
    assertThat(fast("flags\t\t: fpu avx2\n")).isFalse();
    assertThat(Processor.fastBfloat16(folder.resolve("none"))).isFalse();
  }

  private boolean fast(String text) throws IOException {
    return Processor.fastBfloat16(Files.writeString(folder.resolve("cpuinfo"), text));
  }
}
