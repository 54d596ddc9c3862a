package dev.retune.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retune.text.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpyTest {
  private static final float[][] ROWS = {
    {1, -2.5f, 3e-20f}, {Float.NEGATIVE_INFINITY, 0, Float.MAX_VALUE}
  };

  @TempDir Path folder;

  /// The bytes that `numpy.save` writes for `numpy.float32([[1, -2.5]])`.
  @Test
  void writesTheBytesThatNumpyWrites() throws IOException {
    var file = folder.resolve("a.npy");
    Npy.write(file, new float[][] {{1, -2.5f}});
    var bytes = Files.readAllBytes(file);
    assertThat(HexFormat.of().formatHex(bytes, 0, 10)).isEqualTo("934e554d505901007600");
    assertThat(new String(bytes, 10, 118, StandardCharsets.US_ASCII))
        .isEqualTo(
            "{'descr': '<f4', 'fortran_order': False, 'shape': (1, 2), }" + " ".repeat(58) + "\n");
    assertThat(HexFormat.of().formatHex(bytes, 128, bytes.length)).isEqualTo("0000803f000020c0");
  }

  @Test
  void comesBackUnchanged() {
    var file = folder.resolve("a.npy");
    Npy.write(file, ROWS);
    assertThat(Npy.read(file)).isDeepEqualTo(ROWS);
    Npy.write(file, new float[0][]);
    assertThat(Npy.read(file)).isEmpty();
  }

  @Test
  void refusesWhatIsNotOneOrNotWhole() throws IOException {
    var file = folder.resolve("a.npy");
    Npy.write(file, ROWS);
    var whole = Files.readAllBytes(file);
    for (int length : new int[] {0, 5, 9, 60, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> Npy.read(file))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("a.npy");
    }
    var doubles = new String(whole, StandardCharsets.ISO_8859_1).replace("<f4", "<f8");
    Files.write(file, doubles.getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> Npy.read(file)).isInstanceOf(ProblemException.class);
    var endless = new String(whole, StandardCharsets.ISO_8859_1);
    endless = endless.replace("(2, 3), }" + " ".repeat(19), "(2, 3" + "0".repeat(19) + "), }");
    Files.write(file, endless.getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> Npy.read(file)).isInstanceOf(ProblemException.class);
  }

  @Test
  void digitsOfTheMachinesLanguageStayOutOfTheHeader() {
    var before = Locale.getDefault();
    var file = folder.resolve("a.npy");
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      Npy.write(file, ROWS);
    } finally {
      Locale.setDefault(before);
    }
    assertThat(Npy.read(file)).isDeepEqualTo(ROWS);
  }
}
