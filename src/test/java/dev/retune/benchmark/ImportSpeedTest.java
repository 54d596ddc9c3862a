package dev.retune.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.TestData;
import dev.retune.document.ImportTiming;
import dev.retune.file.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Pages a second of whole imports in a heap of 256 MB, beside poppler's `pdftotext -raw`, which
/// only takes the text out. Nothing is asserted of the times: they are this machine's.
///
/// `mvn -Pbenchmark test -Dtest=ImportSpeedTest`; a minute or two.
@Tag("benchmark")
class ImportSpeedTest {
  private static final Logger LOG = LoggerFactory.getLogger(ImportSpeedTest.class);
  private static final Path RESULT = Path.of("target", "benchmark", "import.json");
  private static final String HEAP = "-Xmx256m";

  @TempDir Path folder;

  /// @param what was read: `text`, or `tables` too
  /// @param line of the import
  /// @param pagesPerSecond of the import
  /// @param popplerSeconds of `pdftotext` on the same file
  private record Row(
      String what, ImportTiming.Line line, double pagesPerSecond, double popplerSeconds) {}

  @Test
  void pagesASecond() throws Exception {
    var files =
        List.of(
            TestData.shared("lyft-uber/lyft_2021.pdf"),
            TestData.shared("lyft-uber/uber_2021.pdf"),
            TestData.shared("pdf/damaged/big1228.pdf"));
    var rows = new ArrayList<Row>();
    for (var what : List.of("text", "tables")) {
      for (var line : imported(what, files)) {
        var file =
            files.stream().filter(path -> path.endsWith(line.file())).findFirst().orElseThrow();
        rows.add(new Row(what, line, line.pages() / line.seconds(), poppler(file)));
        LOG.info("{}", told(rows.getLast()));
      }
    }
    var record = new LinkedHashMap<String, Object>();
    record.put("schema_version", 1);
    record.put("sources", GitState.now());
    record.put("machine", Machine.here());
    record.put("heap", HEAP);
    record.put("rows", rows);
    Json.write(RESULT, record);
    assertThat(rows).hasSize(6);
  }

  private static String told(Row row) {
    return String.format(
        Locale.ROOT,
        "%s, %s: %d pages in %.1f s (%.1f s of processor), %.0f a second; pdftotext %.2f s",
        row.line().file(),
        row.what(),
        row.line().pages(),
        row.line().seconds(),
        row.line().processorSeconds(),
        row.pagesPerSecond(),
        row.popplerSeconds());
  }

  /// The first file twice before the others, to warm up.
  private List<ImportTiming.Line> imported(String what, List<Path> files)
      throws IOException, InterruptedException {
    var words = new ArrayList<>(BenchmarkRun.PROGRAM);
    words.removeLast();
    words.replaceAll(word -> word.startsWith("-Xmx") ? HEAP : word);
    words.add(ImportTiming.class.getName());
    words.add(folder.resolve(what).toString());
    words.add(what);
    var warmUp = List.of(files.getFirst(), files.getFirst());
    warmUp.forEach(file -> words.add(file.toString()));
    files.forEach(file -> words.add(file.toString()));
    var process = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    var lines = new ArrayList<ImportTiming.Line>();
    for (var line : output.lines().skip(warmUp.size()).toList()) {
      lines.add(Json.mapper().readValue(line, ImportTiming.Line.class));
    }
    return lines;
  }

  private double poppler(Path file) throws InterruptedException {
    try {
      long start = System.nanoTime();
      var process =
          new ProcessBuilder(
                  "pdftotext", "-raw", file.toString(), folder.resolve("poppler.txt").toString())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      assertThat(process.waitFor()).isZero();
      return (System.nanoTime() - start) / 1e9;
    } catch (IOException e) {
      Assumptions.abort("skipped: pdftotext (Debian: poppler-utils) is missing, " + e.getMessage());
      throw new AssertionError(e);
    }
  }
}
