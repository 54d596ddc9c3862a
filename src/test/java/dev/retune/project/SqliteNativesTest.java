package dev.retune.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteNativesTest {
  @TempDir Path temp;

  /// Opens a project with the library kept in a folder, and dies hard.
  static final class Killed {
    public static void main(String[] args) {
      SqliteNatives.install(Path.of(args[0]));
      Project.create(Path.of(args[1]), "p");
      Runtime.getRuntime().halt(9);
    }
  }

  @Test
  void aKilledProgramLeavesNothingInTheTemporaryFolder() throws Exception {
    var natives = temp.resolve("natives");
    var temporary = Files.createDirectory(temp.resolve("tmp"));
    for (int i = 0; i < 2; i++) {
      var process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "--enable-native-access=ALL-UNNAMED",
                  "-Djava.io.tmpdir=" + temporary,
                  "-cp",
                  System.getProperty("java.class.path"),
                  Killed.class.getName(),
                  natives.toString(),
                  temp.resolve("p" + i).toString())
              .redirectErrorStream(true)
              .redirectOutput(temp.resolve("out.txt").toFile())
              .start();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as(Files.readString(temp.resolve("out.txt"))).isEqualTo(9);
      assertThat(temp.resolve("p" + i).resolve("project.json")).exists();
    }
    assertThat(files(temporary)).isEmpty();
    assertThat(files(natives)).as("one library for all starts").hasSize(1);
  }

  private static java.util.List<Path> files(Path folder) throws IOException {
    try (var walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).toList();
    }
  }
}
