package dev.retune.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/// The text of a PDF's pages as PDFBox reads it back.
record PdfText(List<String> pages) {

  static PdfText read(Path pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf.toFile())) {
      var pages = new ArrayList<String>();
      var stripper = new PDFTextStripper();
      for (var page = 1; page <= document.getNumberOfPages(); page++) {
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        pages.add(stripper.getText(document));
      }
      return new PdfText(List.copyOf(pages));
    }
  }

  /// The pages, counted from 1, that hold the quote; white space does not count.
  List<Integer> pagesWith(String quote) {
    var found = new ArrayList<Integer>();
    for (var page = 1; page <= pages.size(); page++) {
      var text = bare(pages.get(page - 1));
      var wanted = bare(quote);
      for (var at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
        found.add(page);
      }
    }
    return found;
  }

  static String bare(String text) {
    return text.replaceAll("\\s+", "");
  }
}
