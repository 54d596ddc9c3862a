package dev.retune.document;

import dev.retune.document.SourcePage.Content;
import dev.retune.document.table.DrawnLines;
import dev.retune.document.table.Ruling;
import dev.retune.task.Progress;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Walks through the pages of a PDF and collects their text with its places. Not for several
/// threads: a document handle shared by two silently loses text.
///
/// The raw text is PDFBox's, in the order of the content stream: sorting by position would weave
/// columns into each other. Only a rotated page whose text falls apart in that order is sorted.
final class PdfPages extends PDFTextStripper {
  private static final Logger LOG = LoggerFactory.getLogger(PdfPages.class);

  /// A page with fewer letters and digits than this that shows a picture is a scan with a stamp.
  private static final int FEW_LETTERS = 16;

  /// So many filled shapes without text are letters drawn as outlines; fewer are ornament.
  private static final int OUTLINES = 40;

  private final Progress progress;
  private final boolean tables;
  private final List<SourcePage> pages = new ArrayList<>();
  private PageText text = new PageText(0);
  private @Nullable DrawnLines drawn;
  private @Nullable DrawnPictures pictures;
  private int images;
  private int fills;
  private int glyphs;
  private boolean failed;

  /// @param tables whether the lines that tables are drawn with are collected
  PdfPages(Progress progress, boolean tables) {
    this.progress = progress;
    this.tables = tables;
  }

  void read(PDDocument document) throws IOException {
    writeText(document, Writer.nullWriter());
  }

  List<SourcePage> pages() {
    return pages;
  }

  @Override
  protected void processPages(PDPageTree tree) throws IOException {
    super.processPages(tree);
    // It counts on after the last.
    fillUpTo(getCurrentPageNo() - 1);
  }

  @Override
  public void processPage(PDPage page) throws IOException {
    progress.checkCancelled();
    fillUpTo(getCurrentPageNo() - 1);
    text = new PageText(page.getRotation());
    drawn = tables ? new DrawnLines(page) : null;
    pictures = new DrawnPictures(page);
    images = 0;
    fills = 0;
    glyphs = 0;
    failed = false;
    try {
      super.processPage(page);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      LOG.debug("page {} could not be read", getCurrentPageNo(), e);
      failed = true;
    }
    pages.add(source(getCurrentPageNo(), page));
    progress.advance(1);
  }

  /// PDFBox passes over pages without contents, which are pages too.
  private void fillUpTo(int number) {
    while (pages.size() < number) {
      pages.add(new SourcePage(pages.size() + 1, "", List.of(), 0, 0, Content.BLANK));
      progress.advance(1);
    }
  }

  private SourcePage source(int number, PDPage page) {
    var raw = text.text();
    List<Ruling> rulings = drawn == null ? List.of() : drawn.rulings();
    var box = page.getCropBox();
    boolean turned = page.getRotation() % 180 != 0;
    float width = turned ? box.getHeight() : box.getWidth();
    float height = turned ? box.getWidth() : box.getHeight();
    var lines = RuledWords.divided(raw, text.lines(), rulings, width, height);
    var content = content(raw);
    return new SourcePage(
        number,
        raw,
        lines,
        width,
        height,
        content,
        rulings,
        content == Content.TEXT && pictures != null
            ? MixedPage.beside(lines, pictures.large())
            : null);
  }

  private Content content(String raw) {
    long letters = raw.codePoints().filter(Character::isLetterOrDigit).count();
    int words = 0;
    int namelessWords = 0;
    // Words, not letters: fonts often leave only the dots of a leader without a name.
    for (var word : raw.split("\\s+")) {
      words += word.codePoints().anyMatch(Character::isLetterOrDigit) ? 1 : 0;
      namelessWords += word.codePoints().anyMatch(PdfPages::nameless) ? 1 : 0;
    }
    if (words > 0 && namelessWords <= words / 2 && (letters >= FEW_LETTERS || images == 0)) {
      return Content.TEXT;
    }
    if (failed) {
      return Content.UNREADABLE;
    }
    if (images > 0) {
      return Content.PICTURE;
    }
    // Glyphs of composite fonts that stand for no letter leave nothing in the text at all.
    boolean codes = raw.codePoints().anyMatch(c -> Character.isISOControl(c) && c > '\r');
    long spaces = raw.codePoints().filter(c -> c == ' ').count();
    if (namelessWords > 0 || codes || (raw.isBlank() && glyphs > spaces)) {
      return Content.NAMELESS_LETTERS;
    }
    return fills >= OUTLINES ? Content.PICTURE : Content.BLANK;
  }

  private static boolean nameless(int c) {
    var type = Character.getType(c);
    return c == 0xfffd || type == Character.PRIVATE_USE || type == Character.UNASSIGNED;
  }

  @Override
  protected void writePage() throws IOException {
    super.writePage();
    if (text.fellApart()) {
      var unsorted = text;
      text = new PageText(unsorted.rotation());
      setSortByPosition(true);
      try {
        super.writePage();
      } finally {
        setSortByPosition(false);
      }
      if (text.fragments() * 2 > unsorted.fragments()) {
        text = unsorted;
      }
    }
  }

  @Override
  protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement)
      throws IOException {
    glyphs++;
    super.showGlyph(matrix, font, code, displacement);
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    switch (operator.getName()) {
      case "Do" -> {
        if (!operands.isEmpty()
            && operands.getFirst() instanceof COSName name
            && getResources() != null
            && getResources().isImageXObject(name)) {
          picture();
        }
      }
      case "BI" -> picture();
      case "sh" -> images++;
      case "f", "F", "f*", "B", "B*", "b", "b*" -> fills++;
      default -> {}
    }
    if (drawn != null) {
      drawn.operator(
          operator.getName(), operands, getGraphicsState().getCurrentTransformationMatrix());
    }
    super.processOperator(operator, operands);
  }

  private void picture() {
    images++;
    if (pictures != null) {
      pictures.add(getGraphicsState().getCurrentTransformationMatrix());
    }
  }

  @Override
  protected void writeString(String word, List<TextPosition> positions) {
    text.word(word, positions);
  }

  @Override
  protected void writeString(String separator) {
    text.plain(separator);
  }

  @Override
  protected void writeWordSeparator() {
    text.plain(getWordSeparator());
  }

  @Override
  protected void writeLineSeparator() {
    text.lineEnd();
  }

  @Override
  protected void writePageStart() {}

  @Override
  protected void writePageEnd() {}

  @Override
  protected void writeParagraphStart() {}

  @Override
  protected void writeParagraphEnd() {}
}
