package dev.retune.ui.gallery;

import dev.retune.document.Correction;
import dev.retune.document.PdfLocator;
import dev.retune.document.VersionChanges;
import dev.retune.pair.Action;
import dev.retune.pair.VersionPairs;
import dev.retune.task.Progress;
import dev.retune.ui.documents.DocumentsPort;
import dev.retune.ui.documents.ReadingPort;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;

/// Documents in whose pages nothing is found, locked or corrected.
public abstract class QuietDocuments implements DocumentsPort {
  private volatile List<Path> unread = List.of();

  @Override
  public List<Path> unread() {
    return unread;
  }

  @Override
  public void keepUnread(Supplier<List<Path>> files) {
    unread = files.get();
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
  public ReadingPort reading() {
    return new QuietReading();
  }

  @Override
  public List<PdfLocator> find(UUID document, String words, int most) {
    return List.of();
  }

  @Override
  public VersionChanges changes(UUID earlier, UUID later) {
    return VersionChanges.of(passages(earlier), passages(later));
  }

  @Override
  public VersionPairs versionPairs(UUID earlier, UUID later) {
    return new VersionPairs(12, 3);
  }

  @Override
  public Action carryPairs(UUID earlier, UUID later) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void undo(Action carried) {}
}
