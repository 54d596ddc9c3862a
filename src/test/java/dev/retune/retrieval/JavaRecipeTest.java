package dev.retune.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The Java recipe that travels with a model is no part of this program's sources.
class JavaRecipeTest {
  @TempDir Path folder;

  @Test
  void compilesAgainstThisProgram() throws IOException {
    var source = folder.resolve("Retrieve.java");
    try (var in = RetrievalFile.class.getResourceAsStream("Retrieve.java")) {
      Files.write(source, Objects.requireNonNull(in).readAllBytes());
    }
    var compiler = ToolProvider.getSystemJavaCompiler();
    var said = new StringWriter();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      var options =
          List.of("-d", folder.toString(), "-cp", System.getProperty("java.class.path"), "-Werror");
      var task =
          compiler.getTask(said, files, null, options, null, files.getJavaFileObjects(source));
      assertThat(task.call()).as(said::toString).isTrue();
    }
    assertThat(folder.resolve("Retrieve.class")).exists();
  }
}
