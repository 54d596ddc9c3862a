package dev.retune.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/// A glance into a file before it is imported: enough text to tell its language.
public final class TextSample {
  private static final int PAGES = 5;

  private TextSample() {}

  /// The beginnings of the first files that can be read; folders are looked through.
  ///
  /// @param maxChars at most so many of a file
  /// @param maxFiles of at most so many files
  public static String of(List<Path> dropped, int maxChars, int maxFiles) {
    return DroppedFiles.of(dropped).stream()
        .map(file -> of(file, maxChars))
        .filter(text -> !text.isBlank())
        .limit(maxFiles)
        .collect(Collectors.joining("\n"));
  }

  /// The first characters of a PDF or text file; empty where nothing can be read.
  ///
  /// @param maxChars at most so many
  public static String of(Path file, int maxChars) {
    var name = FileHead.name(file);
    try {
      var kind = FileHead.kind(file, name);
      var text = kind == FileKind.PDF ? pdf(file) : text(file, name, kind);
      return text.substring(0, Math.min(maxChars, text.length()));
    } catch (IOException | RuntimeException _) {
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
