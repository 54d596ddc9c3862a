package dev.retune.document;

import dev.retune.TestData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How long eight scanned pages take with one and with two recognisers side by side.
@Tag("benchmark")
class ScanBenchmark {
  private static final Logger LOG = LoggerFactory.getLogger(ScanBenchmark.class);
  private static final int PAGES = 8;

  @TempDir Path folder;

  @Test
  void twoThreadsAgainstOne() throws IOException {
    var page = Scans.picture(TestData.shared("pdf/ocrmypdf/linn.pdf"), 0);
    var scan = Scans.write(folder.resolve("scan.pdf"), Collections.nCopies(PAGES, page));
    seconds(scan, 2);
    var one = seconds(scan, 1);
    var two = seconds(scan, 2);
    LOG.info("{} pages: {} s with one thread, {} s with two, ratio {}", PAGES, one, two, one / two);
  }

  private static double seconds(Path scan, int threads) throws IOException {
    var start = System.nanoTime();
    Scans.read(scan, Scans.english(), threads);
    return (System.nanoTime() - start) / 1e9;
  }
}
