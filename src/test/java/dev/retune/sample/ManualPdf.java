package dev.retune.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Calendar;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/// Lays a manual out as real manuals are: numbered headings, hanging steps, grey warnings, tables,
/// running header, page number, bookmarks. A block never breaks over a page, so neither does a
/// quote.
final class ManualPdf {

  private static final float SIZE = 10.5f;
  private static final float LEADING = SIZE * 1.42f;

  private final PDDocument document;
  private final Manual manual;
  private final SampleLanguage language;
  private final SampleFonts fonts;
  private final Sheets sheets;
  private final PDDocumentOutline outline = new PDDocumentOutline();

  private ManualPdf(PDDocument document, Manual manual, SampleLanguage language)
      throws IOException {
    this.document = document;
    this.manual = manual;
    this.language = language;
    this.fonts = SampleFonts.load(document, language);
    this.sheets = new Sheets(document, fonts.text(), manual.head("header"), language.pageNumber());
  }

  /// Writes the manual; the same source gives the same bytes.
  static void write(Manual manual, SampleLanguage language, Path target) throws IOException {
    try (var document = new PDDocument()) {
      var pdf = new ManualPdf(document, manual, language);
      pdf.titlePage();
      for (var i = 0; i < manual.blocks().size(); i++) {
        pdf.block(manual.blocks().get(i), following(manual.blocks(), i));
      }
      pdf.sheets.close();
      pdf.describe();
      document.save(target.toFile());
    }
  }

  private static List<Block> following(List<Block> blocks, int index) {
    return blocks.subList(index + 1, Math.min(index + 3, blocks.size()));
  }

  private void block(Block block, List<Block> next) throws IOException {
    switch (block) {
      case Block.Chapter(var number, var title) -> chapter(number, title, next);
      case Block.Section(var number, var title) -> section(number, title, next);
      case Block.Paragraph(var text) -> hanging("", text, 0);
      case Block.Step(var number, var text) -> hanging(number + ".", text, 20);
      case Block.Warning(var text) -> warning(text);
      case Block.Table(var rows) -> table(rows);
      case Block.Columns(var count) -> sheets.columns(count);
      case Block.Scan(var lines) -> sheets.photograph(ScannedPage.of(document, lines, language));
    }
  }

  private void titlePage() throws IOException {
    sheets.space(160);
    sheets.write(List.of(manual.head("title")), fonts.heading(), 28, 0);
    sheets.space(8);
    sheets.write(List.of(manual.head("subtitle")), fonts.text(), 13, 0);
    sheets.space(22);
    sheets.write(List.of(manual.head("number")), fonts.text(), 11, 0);
    sheets.nextPage();
  }

  private void chapter(String number, String title, List<Block> next) throws IOException {
    sheets.reserve(58 + need(next));
    sheets.space(14);
    bookmark(number + "  " + title);
    sheets.write(
        Lines.wrap(number + "  " + title, fonts.heading(), 17, sheets.width()),
        fonts.heading(),
        17,
        0);
    sheets.space(6);
  }

  private void section(String number, String title, List<Block> next) throws IOException {
    sheets.reserve(36 + need(next));
    sheets.space(11);
    bookmark(number + "  " + title);
    sheets.write(
        Lines.wrap(number + "  " + title, fonts.heading(), 12.5f, sheets.width()),
        fonts.heading(),
        12.5f,
        0);
    sheets.space(3);
  }

  /// The height that must follow a heading on the same page.
  private static float need(List<Block> next) {
    return next.stream().anyMatch(Block.Table.class::isInstance) ? 130 : 6 * LEADING;
  }

  private void hanging(String mark, String text, float indent) throws IOException {
    var lines = Lines.wrap(text, fonts.text(), SIZE, sheets.width() - indent);
    sheets.reserve(lines.size() * LEADING + 3);
    if (!mark.isEmpty()) {
      sheets.text(mark, fonts.text(), SIZE, sheets.left(), sheets.y() - LEADING);
    }
    sheets.write(lines, fonts.text(), SIZE, indent);
    sheets.space(3);
  }

  private void warning(String text) throws IOException {
    var lines = Lines.wrap(text, fonts.heading(), SIZE, sheets.width() - 20);
    var height = lines.size() * LEADING + 12;
    sheets.reserve(height + 8);
    sheets.space(4);
    sheets.box(height, .9f);
    sheets.space(3);
    sheets.write(lines, fonts.heading(), SIZE, 10);
    sheets.space(13);
  }

  private void table(List<List<String>> rows) throws IOException {
    var columns = rows.getFirst().size();
    sheets.reserve(Math.min(rows.size(), 8) * (LEADING + 4) + 10);
    sheets.space(4);
    for (var row : rows) {
      sheets.reserve(LEADING + 6);
      var face = row == rows.getFirst() ? fonts.heading() : fonts.text();
      var baseline = sheets.y() - LEADING;
      for (var c = 0; c < columns; c++) {
        sheets.text(row.get(c), face, 9.5f, sheets.left() + offset(c, columns), baseline);
      }
      sheets.rule(baseline - 4, row == rows.getFirst() ? .9f : .3f);
      sheets.space(LEADING + 4);
    }
    sheets.space(6);
  }

  private float offset(int column, int columns) {
    var first = columns == 2 ? .42f : .55f;
    return column == 0 ? 0 : sheets.width() * (first + (1 - first) * (column - 1) / (columns - 1));
  }

  private void bookmark(String title) {
    var place = new PDPageXYZDestination();
    place.setPage(sheets.page());
    place.setTop((int) sheets.y());
    var item = new PDOutlineItem();
    item.setTitle(title);
    item.setDestination(place);
    outline.addLast(item);
  }

  private void describe() {
    document.getDocumentCatalog().setDocumentOutline(outline);
    var information = document.getDocumentInformation();
    information.setTitle(manual.head("title") + " " + manual.head("number"));
    var day = Calendar.getInstance(TimeZone.getTimeZone("UTC"));
    day.setTimeInMillis(1_793_491_200_000L);
    information.setCreationDate(day);
    document.setDocumentId(manual.head("number").hashCode() & 0xFFFFFFFFL);
  }
}
