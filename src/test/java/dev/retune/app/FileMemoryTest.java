package dev.retune.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileMemoryTest {
  @TempDir Path folder;

  @Test
  void whatWasPutLastIsThereAtTheNextStart() {
    var file = folder.resolve("window.json");
    try (var memory = FileMemory.open(file)) {
      memory.put("width", "1");
      memory.put("width", "2");
      memory.put("place", "左");
    }
    try (var memory = FileMemory.open(file)) {
      assertThat(memory.get("width")).contains("2");
      assertThat(memory.get("place")).contains("左");
      assertThat(memory.get("height")).isEmpty();
    }
  }

  @Test
  void changesAreWrittenWithoutClosing() throws Exception {
    var file = folder.resolve("window.json");
    try (var memory = FileMemory.open(file)) {
      for (var width : new String[] {"1", "2"}) {
        memory.put("width", width);
        for (int i = 0; i < 100 && !holds(file, width); i++) {
          Thread.sleep(50);
        }
        assertThat(file).content().contains(width);
      }
    }
  }

  private static boolean holds(Path file, String text) throws IOException {
    return Files.exists(file) && Files.readString(file).contains(text);
  }

  @Test
  void whatComesAfterClosingHurtsNobody() {
    var memory = FileMemory.open(folder.resolve("window.json"));
    memory.close();
    memory.put("width", "1");
    assertThat(memory.get("width")).contains("1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{"})
  void anUnreadableFileMeansDefaults(String text) throws IOException {
    var file = Files.writeString(folder.resolve("window.json"), text);
    try (var memory = FileMemory.open(file)) {
      assertThat(memory.get("width")).isEmpty();
    }
  }
}
