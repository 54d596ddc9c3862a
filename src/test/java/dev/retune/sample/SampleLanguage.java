package dev.retune.sample;

import java.io.File;
import java.io.IOException;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/// The languages of the sample and the fonts their manuals are set in.
///
/// Chinese is set in WenQuanYi Micro Hei, because PDFBox embeds subsets of TrueType outlines only
/// and Debian's Noto CJK has none.
enum SampleLanguage {
  EN("en", "Page %d"),
  ZH("zh", "第 %d 页");

  static final File CHINESE_FONT = new File("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc");

  private final String folder;
  private final String pageNumber;

  SampleLanguage(String folder, String pageNumber) {
    this.folder = folder;
    this.pageNumber = pageNumber;
  }

  String folder() {
    return folder;
  }

  String pageNumber() {
    return pageNumber;
  }

  PDFont textFont(PDDocument document) throws IOException {
    return this == EN ? new PDType1Font(FontName.HELVETICA) : chinese(document);
  }

  /// @param text the face of the text, embedded once where it serves for headings too
  PDFont headingFont(PDFont text) {
    return this == EN ? new PDType1Font(FontName.HELVETICA_BOLD) : text;
  }

  /// The collection stays open: PDFBox reads the glyphs when the document is saved.
  private static PDFont chinese(PDDocument document) throws IOException {
    var fonts = new TrueTypeCollection(CHINESE_FONT);
    return PDType0Font.load(document, fonts.getFontByName("WenQuanYiMicroHei"), true);
  }
}
