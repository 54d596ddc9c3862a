package dev.retune.document;

import dev.retune.task.Progress;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A file that is to be read by the reader of its kind.
///
/// @param file where it lies
/// @param name its name, for people
/// @param password empty for none
/// @param tables whether tables of a PDF are looked for
record SourceFile(FileKind kind, Path file, String name, String password, boolean tables) {

  /// @param recognition of pages without text; null to leave them
  /// @throws dev.retune.text.ProblemException if nothing of it can be used
  /// @throws java.util.concurrent.CancellationException if cancelled
  Source read(ReadingPlan plan, @Nullable PageRecognition recognition, Progress progress)
      throws IOException {
    return switch (kind) {
      case PDF, PNG, JPEG, TIFF ->
          new PdfReader(kind, file, name, recognition, password, tables, plan).read(progress);
      case MARKDOWN, TEXT -> new TextReader(file, name).read(kind);
      case HTML, DOCX, PPTX, XLSX, EML, CSV, JSONL ->
          new MarkedReader(file, name, password).read(kind);
    };
  }
}
