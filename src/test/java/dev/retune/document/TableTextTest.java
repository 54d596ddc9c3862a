package dev.retune.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.TestData;
import dev.retune.project.Project;
import dev.retune.task.Progress;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tables as they come out of an import.
class TableTextTest {
  @TempDir Path folder;

  private static String text(Path file, boolean tables) throws IOException {
    var source = new PdfReader(FileKind.PDF, file, "x", null, "", tables).read(Progress.none());
    return CleanDocument.of(source, tables).text();
  }

  @Test
  void headingsThatSpanColumnsStandInEach() throws IOException {
    var text = text(TestData.shared("pdf/icdar2013/us-001.pdf"), true);
    assertThat(text)
        .contains(
            "\nTable 1. Prevalence of Disability for Selected Age Groups: 2005 and 2010 (Numbers in"
                + " thousands)\n| Category | 2005 Number | 2005 Margin of error (±) | 2005 Percent")
        .contains("| 2010 Percent | 2010 Margin of error (±) | Difference Number |")
        .contains("\n| Severe disability … | 34,947 | 601 | 12.0 | 0.2 | 38,284 |");
  }

  @Test
  void withoutTablesTheirLinesAreText() throws IOException {
    var file = TestData.shared("pdf/icdar2013/us-001.pdf");
    assertThat(text(file, false)).doesNotContain("| ").contains("All ages");
  }

  /// Two pages, each with a header line above the table's columns and text around it.
  private Path twoPages(boolean textBetween) throws IOException {
    var file = folder.resolve("two.pdf");
    try (var document = new PDDocument()) {
      for (int number = 1; number <= 2; number++) {
        var page = new PDPage();
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
          if (number == 1 || textBetween) {
            write(content, 50, 740, "What follows are the measured values of 202" + number + ".");
          }
          float y = 700;
          for (int row = 0; row <= 5; row++) {
            content.setStrokingColor(Color.BLACK);
            content.moveTo(50, y + 14);
            content.lineTo(450, y + 14);
            content.stroke();
            write(content, 55, y, row == 0 ? "Part" : "Part " + (number * 10 + row));
            write(content, 205, y, row == 0 ? "Mass" : number + row + ".5 kg");
            write(content, 355, y, row == 0 ? "Price" : "$ " + number * 100 * row);
            y -= 20;
          }
          content.moveTo(50, y + 14);
          content.lineTo(450, y + 14);
          content.stroke();
          if (number == 2) {
            write(content, 50, y - 30, "All values were measured twice, in May and in June.");
          }
        }
      }
      document.save(file.toFile());
    }
    return file;
  }

  private static void write(PDPageContentStream content, float x, float y, String text)
      throws IOException {
    content.beginText();
    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 10);
    content.newLineAtOffset(x, y);
    content.showText(text);
    content.endText();
  }

  @Test
  void tablesGoOnOverThePagesEnd() throws IOException {
    var text = text(twoPages(false), true);
    assertThat(text)
        .isEqualTo(
            """
            What follows are the measured values of 2021.
            | Part | Mass | Price |
            | --- | --- | --- |
            | Part 11 | 2.5 kg | $ 100 |
            | Part 12 | 3.5 kg | $ 200 |
            | Part 13 | 4.5 kg | $ 300 |
            | Part 14 | 5.5 kg | $ 400 |
            | Part 15 | 6.5 kg | $ 500 |
            | Part 21 | 3.5 kg | $ 200 |
            | Part 22 | 4.5 kg | $ 400 |
            | Part 23 | 5.5 kg | $ 600 |
            | Part 24 | 6.5 kg | $ 800 |
            | Part 25 | 7.5 kg | $ 1000 |
            All values were measured twice, in May and in June.\
            """);
  }

  @Test
  void textBetweenTablesKeepsThemApart() throws IOException {
    assertThat(text(twoPages(true), true)).contains("of 2022.\n| Part | Mass | Price |");
    assertThat(text(twoPages(true), true).split("\\| --- \\| --- \\| --- \\|")).hasSize(3);
  }

  /// The boxes of a row lie on the row.
  @Test
  void rowsKeepTheirPlaces() throws IOException {
    var source =
        new PdfReader(FileKind.PDF, twoPages(false), "x", null, "", true).read(Progress.none());
    var page = CleanDocument.of(source, true).pages().getFirst();
    var row = "| Part 13 | 4.5 kg | $ 300 |";
    int at = page.text().indexOf(row);
    var boxes = page.boxes(at, at + row.length());
    assertThat(boxes).hasSize(3);
    assertThat(boxes).allSatisfy(box -> assertThat(box.y()).isBetween(120f, 150f));
    assertThat(boxes.get(0).x()).isBetween(54f, 56f);
    assertThat(boxes.get(1).x()).isBetween(204f, 206f);
    assertThat(boxes.get(2).x()).isBetween(354f, 356f);
  }

  /// A long table is cut between rows, and its head is never left behind.
  @Test
  void chunksHoldWholeRows() throws IOException {
    try (var project = Project.create(folder.resolve("p"), "p");
        var tokens = TestTokens.english()) {
      new DocumentImporter(project, tokens, new ChunkingOptions(64, 8), Clock.systemUTC())
          .importFiles(List.of(twoPages(false)), Progress.none());
      var store = new DocumentStore(project);
      var chunks = store.chunks(store.documents().getFirst().id());
      assertThat(chunks).hasSizeGreaterThan(2);
      for (var chunk : chunks) {
        assertThat(chunk.text().lines().filter(line -> line.contains("|")))
            .allMatch(line -> line.startsWith("| ") && line.endsWith("|"));
        assertThat(chunk.text()).doesNotEndWith("| --- | --- | --- |");
      }
    }
  }
}
