package dev.retune.sample;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;

/// The two faces of one document; Micro Hei has one weight, so Chinese headings stand out by size.
record SampleFonts(PDFont text, PDFont heading) {

  static SampleFonts load(PDDocument document, SampleLanguage language) throws IOException {
    var text = language.textFont(document);
    return new SampleFonts(text, language.headingFont(text));
  }
}
