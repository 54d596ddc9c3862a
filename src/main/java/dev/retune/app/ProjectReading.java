package dev.retune.app;

import dev.retune.document.PageReading;
import dev.retune.document.ReadingChoice;
import dev.retune.document.RereadRequest;
import dev.retune.document.ocr.OcrLanguage;
import dev.retune.pair.Action;
import dev.retune.task.Progress;
import dev.retune.ui.documents.ReadingPort;
import dev.retune.workflow.ProjectSession;
import dev.retune.workflow.RereadSummary;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Reading the pages of an open project again.
record ProjectReading(ProjectSession session) implements ReadingPort {
  @Override
  public List<PageReading> pages(UUID document) {
    return session.rereading().pages(document);
  }

  @Override
  public ReadingChoice choice(UUID document) {
    return session.rereading().choice(document);
  }

  @Override
  public RereadSummary reread(
      Collection<UUID> documents, RereadRequest request, Progress progress) {
    return session.rereading().run(documents, request, progress);
  }

  @Override
  public void undo(Action action) {
    session.rereading().undo(action);
  }

  @Override
  public List<OcrLanguage> languages() {
    return session.workbench().languageData().languages();
  }

  @Override
  public List<String> chosenLanguages() {
    return session.scanLanguages().chosen();
  }

  @Override
  public List<String> automaticLanguages() {
    return session.scanLanguages().automatic();
  }

  @Override
  public void chooseLanguages(List<String> languages) {
    session.scanLanguages().choose(languages);
  }

  @Override
  public String addLanguage(Path file) {
    return session.workbench().languageData().add(file);
  }
}
