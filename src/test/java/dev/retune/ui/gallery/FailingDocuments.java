package dev.retune.ui.gallery;

import dev.retune.document.Chunk;
import dev.retune.document.Correction;
import dev.retune.document.Document;
import dev.retune.document.ImportSummary;
import dev.retune.document.PagePicture;
import dev.retune.document.PageState;
import dev.retune.document.PdfLocator;
import dev.retune.task.Progress;
import dev.retune.text.Problem;
import dev.retune.ui.documents.ChunkingPort;
import dev.retune.ui.documents.DocumentsPort;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/// A project whose store cannot be read.
public final class FailingDocuments implements DocumentsPort {
  private static RuntimeException failure() {
    return new Problem(
            "project.disk-full",
            dev.retune.text.Text.of(SampleDocuments.class, "disk.cause"),
            dev.retune.text.Text.of(SampleDocuments.class, "disk.remedy"))
        .exception();
  }

  @Override
  public List<Document> documents() {
    throw failure();
  }

  @Override
  public List<Chunk> passages(UUID document) {
    throw failure();
  }

  @Override
  public ImportSummary importFiles(List<Path> files, Progress progress) {
    throw failure();
  }

  @Override
  public void unlock(String sha256, String password) {}

  @Override
  public OptionalLong languageBytes(String language) {
    return OptionalLong.empty();
  }

  @Override
  public void fetchLanguage(String language, Progress progress) {}

  @Override
  public Correction correct(UUID passage, String text) {
    return Correction.nothing(passage);
  }

  @Override
  public void undo(Correction correction) {}

  @Override
  public void remove(Collection<UUID> documents) {
    throw failure();
  }

  @Override
  public void restore(Collection<UUID> documents) {
    throw failure();
  }

  @Override
  public PagePicture picture(UUID document, int page, int width) {
    throw failure();
  }

  @Override
  public List<PageState> pageStates(UUID document) {
    return List.of();
  }

  @Override
  public List<PdfLocator> find(UUID document, String words, int most) {
    return List.of();
  }

  @Override
  public ChunkingPort chunking() {
    return SampleDocuments.full().chunking();
  }

  @Override
  public int tokenLimit() {
    return 512;
  }
}
