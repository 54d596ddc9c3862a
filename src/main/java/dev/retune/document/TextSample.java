package dev.retune.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/// A glance into files before they are imported: enough text to tell their language.
public final class TextSample {
  private static final int PAGES = 5;

  /// More files than these are not opened: they are rarely of another language than the first.
  private static final int FILES = 20;

  private TextSample() {}

  /// The first characters of each PDF or text file; empty where nothing can be read.
  ///
  /// @param dropped files, and folders to look for them in
  /// @param maxChars at most so many of one file
  public static String of(List<Path> dropped, int maxChars) {
    return DroppedFiles.of(dropped).stream()
        .limit(FILES)
        .map(file -> of(file, maxChars))
        .collect(Collectors.joining());
  }

  private static String of(Path file, int maxChars) {
    var name = FileHead.name(file);
    try {
      var kind = FileHead.kind(file, name);
      var text =
          switch (kind) {
            case PDF -> pdf(file);
            case MARKDOWN, TEXT -> text(file, name, kind);
            case PNG, JPEG, TIFF -> "";
            case HTML, DOCX, PPTX, XLSX, EML, CSV, JSONL ->
                new MarkedReader(file, name, "").read(kind).pages().getFirst().text();
          };
      return text.substring(0, Math.min(maxChars, text.length()));
    } catch (IOException | RuntimeException | StackOverflowError _) {
      // The import itself will say what is wrong with the file.
      return "";
    }
  }

  private static String text(Path file, String name, FileKind kind) throws IOException {
    return new TextReader(file, name).read(kind).pages().getFirst().text();
  }

  private static String pdf(Path file) throws IOException {
    try (var document = Loader.loadPDF(file.toFile())) {
      if (!document.getCurrentAccessPermission().canExtractContent()) {
        return "";
      }
      var stripper = new PDFTextStripper();
      stripper.setEndPage(PAGES);
      return stripper.getText(document);
    }
  }
}
