package dev.retune.ui.documents;

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
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;

/// The documents of the open project. Called off the FX thread.
public interface DocumentsPort {

  /// All documents in the order they were imported.
  List<Document> documents();

  /// A document's passages in reading order.
  List<Chunk> passages(UUID document);

  /// Imports what is in the queue, and what is added meanwhile, until nothing waits there.
  ///
  /// @throws java.util.concurrent.CancellationException if cancelled; files done by then are kept
  void importQueue(ImportQueue queue, Progress progress);

  /// Files whose turn had not come when the program ended.
  List<Path> unread();

  /// Keeps which files are not read yet, should the program end.
  ///
  /// @param files asked when they are kept, so that the last one has the newest
  void keepUnread(Supplier<List<Path>> files);

  /// Takes a password of a protected file, for as long as the program runs.
  void unlock(String sha256, String password);

  /// How many bytes the data of a language for text recognition has; empty if it cannot be fetched.
  OptionalLong languageBytes(String language);

  /// Fetches the data of a language.
  ///
  /// @throws dev.retune.text.ProblemException if it cannot be fetched
  void fetchLanguage(String language, Progress progress);

  /// Gives a passage another text.
  ///
  /// @throws dev.retune.text.ProblemException if nothing would be left of it
  Correction correct(UUID passage, String text);

  /// Brings the former text back.
  ///
  /// @throws dev.retune.text.ProblemException if it was corrected again since
  void undo(Correction correction);

  /// Takes documents out; [#restore] brings them back.
  void remove(Collection<UUID> documents);

  void restore(Collection<UUID> documents);

  /// What a document says that an earlier version of it does not, and the reverse.
  VersionChanges changes(UUID earlier, UUID later);

  /// What can become of the pairs of the earlier version.
  VersionPairs versionPairs(UUID earlier, UUID later);

  /// Moves those to the later version whose passages stand there word for word.
  Action carryPairs(UUID earlier, UUID later);

  /// Moves them back.
  ///
  /// @throws dev.retune.text.ProblemException if something was decided since
  void undo(Action carried);

  /// A page of a PDF.
  ///
  /// @param page from 1; the nearest there is
  /// @param width in pixels
  /// @throws dev.retune.text.ProblemException if it cannot be shown
  PagePicture picture(UUID document, int page, int width, Progress progress);

  /// Reading their pages again.
  ReadingPort reading();

  /// Where words stand in a document, in reading order; at most so many places.
  List<PdfLocator> find(UUID document, String words, int most);

  /// Cutting them into passages.
  ChunkingPort chunking();

  /// The most tokens of a passage that the project's model reads.
  int tokenLimit();
}
