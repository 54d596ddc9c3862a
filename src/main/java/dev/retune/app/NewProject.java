package dev.retune.app;

import dev.retune.document.DocumentFiles;
import dev.retune.ui.support.FileChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Asks for what a new project needs: documents, and a place.
record NewProject(MainWindow window) {

  /// Asks for documents first.
  void fromDocuments() {
    var messages = window.ui().messages(MainWindow.class);
    var kinds =
        List.of(
            new FileChoice.FileKind(
                messages.get("kind.documents"),
                DocumentFiles.extensions().stream()
                    .flatMap(kind -> Stream.of("*." + kind, "*." + kind.toUpperCase(Locale.ROOT)))
                    .toList()));
    var files = window.ui().files().files(messages.get("choose.documents"), kinds);
    if (!files.isEmpty()) {
      from(files);
    }
  }

  /// Asks for the place only.
  void from(List<Path> documents) {
    var messages = window.ui().messages(MainWindow.class);
    window
        .ui()
        .files()
        .save(messages.get("choose.place"), name(documents), List.of())
        .ifPresent(folder -> window.create(folder, documents));
  }

  /// The folder the documents come from, or the only document, names the project.
  private String name(List<Path> documents) {
    var first = documents.getFirst().toAbsolutePath();
    var parent = first.getParent();
    if (documents.size() > 1 && parent != null && parent.getFileName() != null) {
      return parent.getFileName().toString();
    }
    return String.valueOf(first.getFileName()).replaceFirst("\\.[^.]+$", "");
  }
}
