package dev.retune.app;

import dev.retune.document.Chunk;
import dev.retune.document.Correction;
import dev.retune.document.Document;
import dev.retune.document.ImportQueue;
import dev.retune.document.PagePicture;
import dev.retune.document.PdfLocator;
import dev.retune.document.VersionChanges;
import dev.retune.pair.Action;
import dev.retune.pair.VersionPairs;
import dev.retune.task.Progress;
import dev.retune.ui.documents.ChunkingPort;
import dev.retune.ui.documents.DocumentsPort;
import dev.retune.ui.documents.ReadingPort;
import dev.retune.workflow.ProjectSession;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;

/// The documents screen on an open project.
record ProjectDocuments(ProjectSession session) implements DocumentsPort {
  @Override
  public List<Document> documents() {
    return session.documents().documents();
  }

  @Override
  public List<Chunk> passages(UUID document) {
    return session.documents().chunks(document);
  }

  @Override
  public void importQueue(ImportQueue queue, Progress progress) {
    session.importing().run(queue, progress);
  }

  @Override
  public List<Path> unread() {
    return session.unread().get();
  }

  @Override
  public void keepUnread(Supplier<List<Path>> files) {
    session.unread().keep(files);
  }

  @Override
  public void unlock(String sha256, String password) {
    session.passwords().remember(sha256, password);
  }

  @Override
  public OptionalLong languageBytes(String language) {
    return session.workbench().languageData().bytes(language);
  }

  @Override
  public void fetchLanguage(String language, Progress progress) {
    session.workbench().languageData().fetch(language, progress);
  }

  @Override
  public Correction correct(UUID passage, String text) {
    return session.correcting().run(passage, text, Progress.none());
  }

  @Override
  public void undo(Correction correction) {
    session.correcting().undo(correction, Progress.none());
  }

  @Override
  public void remove(Collection<UUID> documents) {
    session.documents().remove(documents);
  }

  @Override
  public void restore(Collection<UUID> documents) {
    session.documents().restore(documents);
  }

  @Override
  public VersionChanges changes(UUID earlier, UUID later) {
    var documents = session.documents();
    return VersionChanges.of(documents.chunks(earlier), documents.chunks(later));
  }

  @Override
  public VersionPairs versionPairs(UUID earlier, UUID later) {
    return session.review().versions(earlier, later);
  }

  @Override
  public Action carryPairs(UUID earlier, UUID later) {
    return session.review().carry(earlier, later);
  }

  @Override
  public void undo(Action carried) {
    session.review().undoCarry(carried);
  }

  @Override
  public PagePicture picture(UUID document, int page, int width, Progress progress) {
    return session.pictures().picture(document, page, width, progress);
  }

  @Override
  public ReadingPort reading() {
    return new ProjectReading(session);
  }

  @Override
  public List<PdfLocator> find(UUID document, String words, int most) {
    return session.search().find(document, words, most);
  }

  @Override
  public ChunkingPort chunking() {
    return new ProjectChunking(session);
  }

  @Override
  public int tokenLimit() {
    return session.model().maxTokens(Progress.none());
  }
}
