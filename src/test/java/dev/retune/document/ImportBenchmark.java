package dev.retune.document;

import dev.retune.TestData;
import dev.retune.project.Project;
import dev.retune.task.Progress;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Pages a second of a whole import, and the heap it takes. Processor time of the importing thread
/// stands beside the wall clock, because shared machines differ.
@Tag("benchmark")
class ImportBenchmark {
  private static final Logger LOG = LoggerFactory.getLogger(ImportBenchmark.class);

  @TempDir Path temp;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lyft-uber/lyft_2021.pdf",
        "lyft-uber/uber_2021.pdf",
        "lyft-uber/lyft_2021.pdf",
        "pdf/damaged/big1228.pdf"
      })
  void pagesASecond(String name) throws IOException {
    var file = TestData.shared(name);
    var threads = ManagementFactory.getThreadMXBean();
    try (var project = Project.create(temp.resolve("p"), "p");
        var tokens = TestTokens.english()) {
      var importer =
          new DocumentImporter(project, tokens, ChunkingOptions.DEFAULT, Clock.systemUTC());
      var heaps =
          ManagementFactory.getMemoryPoolMXBeans().stream()
              .filter(pool -> pool.getType() == MemoryType.HEAP)
              .toList();
      heaps.forEach(java.lang.management.MemoryPoolMXBean::resetPeakUsage);
      long processor = threads.getCurrentThreadCpuTime();
      long wall = System.nanoTime();
      var summary = importer.importFiles(List.of(file), Progress.none());
      double seconds = (System.nanoTime() - wall) / 1e9;
      double processorSeconds = (threads.getCurrentThreadCpuTime() - processor) / 1e9;
      long heap = heaps.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20;
      LOG.info(
          "{}: {} pages, {} chunks; {} s wall ({} pages/s), {} s processor ({} pages/s); heap peak"
              + " {} MB",
          name,
          summary.pages(),
          summary.chunks(),
          "%.1f".formatted(seconds),
          "%.0f".formatted(summary.pages() / seconds),
          "%.1f".formatted(processorSeconds),
          "%.0f".formatted(summary.pages() / processorSeconds),
          heap);
    }
  }
}
