package dev.retune.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.TestData;
import dev.retune.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import technology.tabula.ObjectExtractor;
import technology.tabula.extractors.SpreadsheetExtractionAlgorithm;

/// Tables of documents of the ICDAR 2013 competition, found without help, against its ground truth.
///
/// Measured are the relations of [Adjacency] on the pages of a document, whatever tables they
/// belong to: precision is the share of ours that is true, recall the share of the true that are
/// ours, F1 from the means of both over documents.
class IcdarTest {
  private record Score(double precision, double recall) {
    static Score of(List<Adjacency.Placed> truth, List<Adjacency.Placed> found) {
      var wanted = Adjacency.of(truth);
      var got = Adjacency.of(found);
      double shared = wanted.shared(got);
      return new Score(
          got.count() == 0 ? 0 : shared / got.count(), shared / Math.max(1, wanted.count()));
    }

    static Score mean(List<Score> scores) {
      return new Score(
          scores.stream().mapToDouble(Score::precision).average().orElseThrow(),
          scores.stream().mapToDouble(Score::recall).average().orElseThrow());
    }

    double f1() {
      return 2 * precision * recall / (precision + recall);
    }
  }

  @Test
  void cellsAreNeighboursAsInTheGroundTruth() throws IOException {
    var score = score(IcdarTest::found);
    assertThat(score.precision()).as("%s", score).isGreaterThan(.95);
    assertThat(score.f1()).as("%s", score).isGreaterThan(.95);
  }

  /// The scorer itself: tabula's lattice extractor alone, given whole pages, finds boxes that are
  /// no tables and misses tables that are not ruled all over.
  @Test
  void linesOfWholePagesAreNotEnough() throws IOException {
    var score = score(IcdarTest::lattices);
    assertThat(score.f1()).as("%s", score).isBetween(.7, .85);
  }

  private interface Finder {
    List<Adjacency.Placed> find(Path pdf) throws IOException;
  }

  private static Score score(Finder finder) throws IOException {
    var scores = new ArrayList<Score>();
    for (var pdf : documents()) {
      var truth = Path.of(pdf.toString().replace(".pdf", "-str.xml"));
      scores.add(Score.of(Adjacency.truth(truth), finder.find(pdf)));
    }
    return Score.mean(scores);
  }

  private static List<Path> documents() throws IOException {
    try (var files = Files.list(TestData.shared("pdf/icdar2013"))) {
      return files.filter(file -> file.toString().endsWith(".pdf")).sorted().toList();
    }
  }

  private static List<Adjacency.Placed> found(Path pdf) throws IOException {
    var cells = new ArrayList<Adjacency.Placed>();
    int table = 0;
    var pages = new PdfReader(FileKind.PDF, pdf, "x", null, "", true).read(Progress.none()).pages();
    var dropped = RunningLines.of(pages);
    for (var page : pages) {
      for (var found : PageTables.of(page, dropped).tables()) {
        table++;
        for (var cell : found.grid().cells()) {
          cells.add(Adjacency.Placed.of(page.number(), table, cell));
        }
      }
    }
    return cells;
  }

  private static List<Adjacency.Placed> lattices(Path pdf) throws IOException {
    var cells = new ArrayList<Adjacency.Placed>();
    try (var document = PictureFile.open(pdf, "");
        var extractor = new ObjectExtractor(document)) {
      int table = 0;
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        for (var found : new SpreadsheetExtractionAlgorithm().extract(extractor.extract(page))) {
          table++;
          var rows = found.getRows();
          for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < rows.get(r).size(); c++) {
              cells.add(
                  new Adjacency.Placed(page, table, r, c, r, c, rows.get(r).get(c).getText()));
            }
          }
        }
      }
    }
    return cells;
  }
}
