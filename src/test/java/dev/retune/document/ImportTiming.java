package dev.retune.document;

import com.sun.management.OperatingSystemMXBean;
import dev.retune.file.Json;
import dev.retune.project.Project;
import dev.retune.task.Progress;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/// Imports files one after another, each into a project of its own, and prints a line of JSON for
/// each: a program, so that it can be measured with a heap of its own size.
///
/// Arguments: a folder for the projects, `tables` or `text`, then the files.
public final class ImportTiming {
  private ImportTiming() {}

  /// @param pages of the file
  /// @param seconds of the whole import: copying, reading, cleaning, counting tokens, storing
  /// @param processorSeconds all threads of the process took meanwhile
  public record Line(String file, int pages, int chunks, double seconds, double processorSeconds) {}

  public static void main(String[] words) throws IOException {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    var folder = Files.createDirectories(Path.of(words[0]));
    try (var tokens = TestTokens.english()) {
      var reading = new ReadingOptions(null, new FilePasswords(), words[1].equals("tables"));
      for (int i = 2; i < words.length; i++) {
        try (var project = Project.create(folder.resolve("p" + i), "p")) {
          var importer =
              new DocumentImporter(
                  project, tokens, ChunkingOptions.DEFAULT, Clock.systemUTC(), reading);
          var file = Path.of(words[i]);
          long wall = System.nanoTime();
          long processor = system.getProcessCpuTime();
          var summary = importer.importFiles(List.of(file), Progress.none());
          var line =
              new Line(
                  file.getFileName().toString(),
                  summary.pages(),
                  summary.chunks(),
                  (System.nanoTime() - wall) / 1e9,
                  (system.getProcessCpuTime() - processor) / 1e9);
          System.out.println(Json.line(line));
        }
      }
    }
  }
}
