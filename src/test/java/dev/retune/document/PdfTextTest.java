package dev.retune.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.retune.TestData;
import dev.retune.task.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PdfTextTest {
  private static final Path PDFTOTEXT = Path.of("/usr/bin/pdftotext");

  private static Source read(Path file) throws IOException {
    return new PdfReader(file, file.getFileName().toString(), null).read(Progress.none());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "icdar2013/eu-004.pdf",
        "icdar2013/us-001.pdf",
        "pdfplumber/federal-register-2020-17221.pdf",
        "pdfplumber/issue-67-example.pdf",
        "py-pdf-sample-files/multicolumn.pdf",
        "tabula/schools.pdf",
        "unstructured/korean-text-with-tables.pdf"
      })
  void rawTextIsPdfBoxsOwn(String name) throws IOException {
    var file = TestData.shared("pdf/" + name);
    var source = read(file);
    try (var document = Loader.loadPDF(file.toFile())) {
      assertThat(source.pages()).hasSize(document.getNumberOfPages());
      for (var page : source.pages()) {
        var stripper = new PDFTextStripper();
        stripper.setLineSeparator("\n");
        stripper.setStartPage(page.number());
        stripper.setEndPage(page.number());
        assertThat(page.text().strip()).isEqualTo(stripper.getText(document).strip());
      }
    }
  }

  /// @param most pages in which some word may stand elsewhere
  @ParameterizedTest
  @CsvSource({
    "pdfplumber/federal-register-2020-17221.pdf, 4",
    "py-pdf-sample-files/multicolumn.pdf, 0",
    "unstructured/layout-parser-paper-fast.pdf, 1"
  })
  void columnsAreNotWovenIntoEachOther(String name, int most) throws IOException {
    var file = TestData.shared("pdf/" + name);
    assumeTrue(Files.isExecutable(PDFTOTEXT), "skipped: pdftotext is not installed");
    var ours = read(file).pages();
    var theirs = run(file, "-raw").split("\f");
    int same = 0;
    for (int i = 0; i < ours.size(); i++) {
      same += words(ours.get(i).text()).equals(words(theirs[i])) ? 1 : 0;
    }
    assertThat(same)
        .as("pages whose words are in the order of pdftotext -raw")
        .isGreaterThanOrEqualTo(ours.size() - most);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lyft_2021.pdf", "uber_2021.pdf"})
  void longReportsAreReadInTheOrderOfAnotherProgram(String name) throws IOException {
    var file = TestData.shared("lyft-uber/" + name);
    assumeTrue(Files.isExecutable(PDFTOTEXT), "skipped: pdftotext is not installed");
    var ours = read(file).pages();
    var theirs = run(file, "-raw").split("\f", -1);
    int same = 0;
    for (int i = 0; i < ours.size(); i++) {
      same += words(ours.get(i).text()).equals(words(theirs[i])) ? 1 : 0;
    }
    assertThat(same * 100).as("of %d pages", ours.size()).isGreaterThanOrEqualTo(98 * ours.size());
  }

  private static String words(String text) {
    return text.replaceAll("[\\s\u00a0\u00ad-]+", "");
  }

  @Test
  void boxesLieWhereAnotherProgramSeesTheWords() throws IOException {
    var file = TestData.shared("pdf/icdar2013/us-001.pdf");
    assumeTrue(Files.isExecutable(PDFTOTEXT), "skipped: pdftotext is not installed");
    var theirs = onlyOnce(run(file, "-bbox", "-l", "1"));
    var page = CleanDocument.of(read(file)).pages().getFirst();
    int compared = 0;
    for (var word : theirs.entrySet()) {
      // Alone between spaces: within a longer word only the share of its letters is known.
      int at = (" " + page.text() + " ").indexOf(" " + word.getKey() + " ");
      if (at < 0) {
        continue;
      }
      var boxes = page.boxes(at, at + word.getKey().length());
      if (boxes.size() > 1) {
        continue; // divided at a line's end
      }
      assertThat(boxes.getFirst().x()).as(word.getKey()).isCloseTo(word.getValue().x(), within(4f));
      assertThat(boxes.getFirst().y()).as(word.getKey()).isCloseTo(word.getValue().y(), within(4f));
      assertThat(boxes.getFirst().width())
          .as(word.getKey())
          .isCloseTo(word.getValue().width(), within(5f));
      compared++;
    }
    assertThat(compared).as("words compared").isGreaterThan(50);
  }

  private static Map<String, Box> onlyOnce(String html) {
    var found = new HashMap<String, Box>();
    var twice = new java.util.HashSet<String>();
    var word =
        Pattern.compile(
            "<word xMin=\"([\\d.]+)\" yMin=\"([\\d.]+)\" xMax=\"([\\d.]+)\" yMax=\"([\\d.]+)\">"
                + "([a-zA-Z]{6,})</word>");
    var matcher = word.matcher(html);
    while (matcher.find()) {
      float x = Float.parseFloat(matcher.group(1));
      float y = Float.parseFloat(matcher.group(2));
      var box =
          new Box(
              x, y, Float.parseFloat(matcher.group(3)) - x, Float.parseFloat(matcher.group(4)) - y);
      if (found.put(matcher.group(5), box) != null) {
        twice.add(matcher.group(5));
      }
    }
    found.keySet().removeAll(twice);
    return found;
  }

  private static String run(Path file, String... options) throws IOException {
    var command = new java.util.ArrayList<String>();
    command.add(PDFTOTEXT.toString());
    command.addAll(java.util.List.of(options));
    command.add(file.toString());
    command.add("-");
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (var out = process.getInputStream()) {
      return new String(out.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void aRotatedPageWhoseTextFallsApartIsSorted() throws IOException {
    var rotated =
        read(TestData.shared("pdf/pdfplumber/nics-background-checks-2015-11-rotated.pdf"));
    assertThat(rotated.pages().getFirst().text())
        .contains("Alaska 209 3,062 3,209 191 184 0 9 3 0 100 100 0 18 9 1 0 0 0 0 0 0 7,095");
    var upright = read(TestData.shared("pdf/tabula/schools.pdf"));
    assertThat(upright.pages().get(1).text()).contains("Hillside");
  }

  @Test
  void sizesAreThoseOnThePageWhateverItsScale() throws IOException {
    var source = read(TestData.shared("lyft-uber/uber_2021.pdf"));
    var line = source.pages().get(5).lines().getFirst().layout();
    assertThat(line.size()).isBetween(8f, 10f);
    assertThat(line.bold()).isTrue();
    for (var page : source.pages()) {
      for (var each : page.lines()) {
        if (each.layout() != null) {
          var box = each.layout().box();
          assertThat(box.x()).isBetween(-5f, page.width());
          assertThat(box.y()).isBetween(-5f, page.height());
        }
      }
    }
  }
}
