package dev.retune.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.TestData;
import dev.retune.task.Progress;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleaningTest {
  private static String clean(String text) {
    var lines = new java.util.ArrayList<SourceLine>();
    int start = 0;
    for (var line : text.split("\n", -1)) {
      lines.add(new SourceLine(start, start + line.length(), null));
      start += line.length() + 1;
    }
    var page = new SourcePage(1, text, lines, 0, 0, SourcePage.Content.TEXT);
    return new PageCleaner(new Vocabulary(List.of(page)), Set.of(), Map.of())
        .clean(page, (_, _, _) -> false, PageTables.NONE)
        .text();
  }

  @ParameterizedTest
  @CsvSource({
    "the gland nut is tight-|ened by hand, the gland nut is tightened by hand",
    "a well-|known fact is well-known, a well-known fact is well-known",
    "self-|test and self and test, self-test and self and test",
    "Series A-|B stays, Series A-B stays",
    "a non-|GAAP measure, a non-GAAP measure",
    "the 10-|year note and COVID-|19, the 10-year note and COVID-19",
    "a pump -|or two - |or more, a pump - or two - or more",
    "a soft\u00ad|hyphen goes, a softhyphen goes",
    "a soft\u00adhyphen goes, a softhyphen goes",
    "e\ufb03cient \ufb02ow, efficient flow",
    "one\u00a0 \u2009two, one two",
    "Contents .......... 12, Contents … 12",
    "Defense \ufffd\ufffd\ufffd\ufffd\ufffd 7, Defense … 7",
    "密封件的|螺母, 密封件的螺母",
    "泵|and pump, 泵 and pump",
    "zero\u200bwidth, zerowidth",
    "\ufffd named \ufffd or not \ufffd, named or not",
    "\u2f83\u2f8f\u2f00, 自行一",
  })
  void linesAreJoinedAndLettersMadePlain(String raw, String expected) {
    assertThat(clean(raw.replace('|', '\n'))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "do not rely on forward-, looking statements, do not rely on forward-looking statements",
    "a sentence that, goes on, a sentence that goes on",
    "密封件的, 螺母, 密封件的螺母",
    "It ends., Another begins, It ends.|Another begins",
    "see 3-, page 4, see 3-|page 4",
  })
  void paragraphsGoOnOverThePagesEnd(String first, String second, String expected) {
    var pages = new java.util.ArrayList<SourcePage>();
    for (var text : List.of(first, second)) {
      var lines = List.of(new SourceLine(0, text.length(), null));
      pages.add(new SourcePage(pages.size() + 1, text, lines, 0, 0, SourcePage.Content.TEXT));
    }
    var document = CleanDocument.of(new Source(FileKind.PDF, Outcome.READ, pages, List.of()));
    assertThat(document.text()).isEqualTo(expected.replace('|', '\n'));
  }

  private static CleanDocument document(String name) throws IOException {
    var file = TestData.shared(name);
    return CleanDocument.of(new PdfReader(file, name, null).read(Progress.none()));
  }

  @Test
  void runningHeadersFootersAndPageNumbersAreDropped() throws IOException {
    var register = document("pdf/pdfplumber/federal-register-2020-17221.pdf");
    assertThat(register.pages().getFirst().source().text()).contains("VerDate Sep");
    for (var page : register.pages()) {
      assertThat(page.text())
          .doesNotContain("VerDate Sep")
          .doesNotContain("Federal Register / Vol. 85")
          .doesNotContain("jbell on DSKJLSW7X2PROD");
    }
    assertThat(register.text()).contains("Airworthiness Directives");
  }

  @Test
  void pageNumbersGoThoughThePageEndsWhereItsTextDoes() throws IOException {
    var report = document("lyft-uber/uber_2021.pdf");
    int numbered = 0;
    for (var page : report.pages().subList(5, 150)) {
      var lines = page.source().text().strip().lines().toList();
      numbered += page.text().endsWith("\n" + lines.getLast().strip()) ? 1 : 0;
    }
    assertThat(numbered).as("pages that still end in their number").isLessThan(10);
  }

  @Test
  void headingsOfAReportFormAPath() throws IOException {
    var report = document("lyft-uber/uber_2021.pdf");
    var path = new HeadingPath();
    var seen = new java.util.ArrayList<String>();
    for (int at = 0; at < report.text().length(); at++) {
      Integer level = report.headings().get(at);
      if (level != null) {
        int end = report.text().indexOf('\n', at);
        path.enter(level, HeadingPath.title(report.text().substring(at, end)));
        seen.add(String.join(" > ", path.path()));
      }
    }
    assertThat(seen)
        .anyMatch(line -> line.endsWith("PART I > ITEM 1. BUSINESS > Our Segments"))
        .anyMatch(line -> line.endsWith("PART I > ITEM 1A. RISK FACTORS > General Risk Factors"))
        .anyMatch(line -> line.contains("PART II > ITEM 7. MANAGEMENT’S DISCUSSION"));
    // Definitions of an exhibit that is set larger than the report are no headings.
    assertThat(seen).noneMatch(line -> line.contains("means, "));
  }

  @Test
  void chineseParagraphsRunOnWithoutSpaces() throws IOException {
    var report = document("pdf/pdfplumber/issue-67-example.pdf");
    assertThat(report.text()).contains("公司").doesNotContainPattern("\\p{IsHan} \\p{IsHan}{30}");
  }
}
