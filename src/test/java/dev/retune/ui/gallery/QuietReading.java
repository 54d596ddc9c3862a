package dev.retune.ui.gallery;

import dev.retune.document.PageReading;
import dev.retune.document.ReadingChoice;
import dev.retune.document.RereadRequest;
import dev.retune.document.ocr.OcrLanguage;
import dev.retune.pair.Action;
import dev.retune.task.Progress;
import dev.retune.ui.documents.ReadingPort;
import dev.retune.workflow.RereadSummary;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;

/// Documents whose pages nobody reads again.
final class QuietReading implements ReadingPort {
  @Override
  public List<PageReading> pages(UUID document) {
    return List.of();
  }

  @Override
  public ReadingChoice choice(UUID document) {
    return ReadingChoice.DEFAULT;
  }

  @Override
  public RereadSummary reread(
      Collection<UUID> documents, RereadRequest request, Progress progress) {
    throw new CancellationException();
  }

  @Override
  public void undo(Action action) {}

  @Override
  public List<OcrLanguage> languages() {
    return List.of(new OcrLanguage("eng", true, 0), new OcrLanguage("deu", false, 1_525_436));
  }

  @Override
  public List<String> chosenLanguages() {
    return List.of();
  }

  @Override
  public List<String> automaticLanguages() {
    return List.of("eng");
  }

  @Override
  public void chooseLanguages(List<String> languages) {}

  @Override
  public String addLanguage(Path file) {
    return "deu";
  }
}
