package dev.retune.ui.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.document.Document;
import dev.retune.document.ImportOutcome;
import dev.retune.document.ImportQueue;
import dev.retune.document.ocr.Recognition;
import dev.retune.text.Problem;
import dev.retune.ui.gallery.SampleDocuments;
import dev.retune.ui.support.ScreenWindow;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A scan whose language has no data yet.
class MissingLanguageTest {
  private final List<String> fetched = new ArrayList<>();

  private ImportOutcome outcome(Path file) {
    var warning = Problem.of(Recognition.class, "language", "chi_sim", "ocr/tessdata");
    var missing = fetched.isEmpty();
    var outcome =
        missing ? dev.retune.document.Outcome.NEEDS_OCR : dev.retune.document.Outcome.READ;
    var warnings = missing ? List.of(warning) : List.<Problem>of();
    var document =
        new Document(
            UUID.nameUUIDFromBytes(new byte[] {1}),
            "scan.pdf",
            "ab",
            "application/pdf",
            3,
            missing ? 0 : 9,
            12_000,
            outcome,
            warnings,
            Instant.EPOCH);
    return new ImportOutcome(
        file, ImportOutcome.Kind.IMPORTED, document, null, warnings, 3, document.chunks());
  }

  /// The sample's documents, with an import that lacks a language until it was fetched.
  private DocumentsPort port() {
    var sample = SampleDocuments.full();
    return (DocumentsPort)
        Proxy.newProxyInstance(
            DocumentsPort.class.getClassLoader(),
            new Class<?>[] {DocumentsPort.class},
            (_, method, words) ->
                switch (method.getName()) {
                  case "languageBytes" -> OptionalLong.of(2_469_156);
                  case "fetchLanguage" -> fetched.add((String) words[0]) ? null : null;
                  case "importQueue" -> read((ImportQueue) words[0]);
                  default -> method.invoke(sample, words);
                });
  }

  private @Nullable Object read(ImportQueue queue) {
    for (var next = queue.next(); next.isPresent(); next = queue.next()) {
      queue.ended(next.get().id(), outcome(next.get().file()));
    }
    return null;
  }

  @Test
  void itsDataIsFetchedByAButtonAndTheScanReadThen() throws Exception {
    var screen = new AtomicReference<DocumentsScreen>();
    try (var window =
        ScreenWindow.show(ui -> {
          screen.set(new DocumentsScreen(ui, port(), () -> {}, () -> {}));
          return screen.get();
        })) {
      window.fx(() -> {
        screen.get().importFiles(List.of(Path.of("scan.pdf")));
        return null;
      });
      window.await("offered", () -> window.shows("import-fetch-language"));
      assertThat(window.node("import-fetch-language", Button.class).getText())
          .isEqualTo("Fetch its data (2.5 MB)");
      window.picture("language-missing");
      window.robot().clickOn("#import-fetch-language");
      window.await("read", () -> !window.shows("import-fetch-language"));
      assertThat(fetched).containsExactly("chi_sim");
    }
  }
}
