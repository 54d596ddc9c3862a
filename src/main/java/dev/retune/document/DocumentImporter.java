package dev.retune.document;

import dev.retune.encoder.Embedder;
import dev.retune.encoder.TokenCounter;
import dev.retune.file.Reason;
import dev.retune.project.Project;
import dev.retune.project.Turn;
import dev.retune.task.Progress;
import dev.retune.text.Problem;
import dev.retune.text.ProblemException;
import dev.retune.text.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Brings files into a project: copy, pages, chunks.
public final class DocumentImporter {
  private final DocumentStore documents;
  private final ImportStore store;
  private final Originals originals;
  private final Chunker chunker;
  private final Clock clock;
  private final Turn turn;
  private final ReadingOptions reading;

  /// Pages that are pictures are left without text, protected files refused.
  ///
  /// @param tokens counts tokens as the base model does
  public DocumentImporter(
      Project project, TokenCounter tokens, ChunkingOptions options, Clock clock) {
    this(project, tokens, options, null, clock, ReadingOptions.plain());
  }

  /// @param tokens counts tokens as the base model does
  /// @param reading how files are read
  public DocumentImporter(
      Project project,
      TokenCounter tokens,
      ChunkingOptions options,
      Clock clock,
      ReadingOptions reading) {
    this(project, tokens, options, null, clock, reading);
  }

  /// @param tokens counts tokens as the base model does
  /// @param embedder tells sentences apart by meaning; null unless the options are semantic
  /// @param reading how files are read
  public DocumentImporter(
      Project project,
      TokenCounter tokens,
      ChunkingOptions options,
      @Nullable Embedder embedder,
      Clock clock,
      ReadingOptions reading) {
    this.reading = reading;
    this.documents = new DocumentStore(project);
    this.store = documents.imports();
    this.originals = new Originals(project.originals());
    this.chunker = new Chunker(tokens, options, embedder);
    this.clock = clock;
    this.turn = project.importing();
  }

  /// Imports each file in a transaction of its own; a file that cannot be read never stops the
  /// rest. Folders are searched for files of a known kind. Several imports at once take turns file
  /// by file.
  ///
  /// @throws java.util.concurrent.CancellationException if cancelled; files done by then are kept
  /// @throws ProblemException if the project itself cannot be written (disk full)
  public ImportSummary importFiles(List<Path> files, Progress progress) {
    var queue = new ImportQueue(() -> {});
    queue.add(files);
    importQueue(queue, () -> true, progress);
    return queue.summary();
  }

  /// Imports what is in the queue, and what is added meanwhile, until nothing waits there; each
  /// file in a transaction of its own, as [#importFiles] does. What was not read, of whatever
  /// reason, waits in the queue afterwards.
  ///
  /// @param valid asked before each file; where false, the rest is left for another importer
  /// @throws java.util.concurrent.CancellationException if cancelled; files done by then are kept
  /// @throws ProblemException if the project itself cannot be written (disk full)
  public void importQueue(ImportQueue queue, BooleanSupplier valid, Progress progress) {
    turn.take(progress, this::sweep);
    var ocr = reading.ocr();
    try (var recognition = ocr == null ? null : new PageRecognition(ocr)) {
      var began = clock.instant();
      while (true) {
        progress.checkCancelled();
        queue.awaitGoing(progress);
        if (!valid.getAsBoolean()) {
          return;
        }
        var next = queue.next();
        if (next.isEmpty()) {
          return;
        }
        var file = next.get();
        var told = new QueuedFile(queue, file.id(), turn, valid, progress);
        importNext(file, recognition, began, told);
      }
    }
  }

  /// An import that is paused in the middle of a file has its copy open.
  private void sweep() {
    if (turn.alone()) {
      originals.sweep(store.originalNames());
    }
  }

  private void importNext(
      ImportQueue.Entry next,
      @Nullable PageRecognition recognition,
      Instant began,
      QueuedFile told) {
    var queue = told.queue();
    boolean ended = false;
    try {
      turn.take(
          told, () -> queue.ended(next.id(), importFile(next.file(), recognition, began, told)));
      ended = true;
    } catch (CancellationException e) {
      if (told.progress().cancelled() || Thread.currentThread().isInterrupted()) {
        throw e;
      }
    } finally {
      if (!ended) {
        queue.givenUp(next.id());
      }
    }
  }

  private ImportOutcome importFile(
      Path file, @Nullable PageRecognition recognition, Instant began, Progress progress) {
    var name = FileHead.name(file);
    if (!Files.isRegularFile(file)) {
      return refused(
          file,
          Files.isDirectory(file)
              ? Problem.of(DocumentImporter.class, "folder", file)
              : Problem.of(DocumentImporter.class, "missing", file));
    }
    try (var in = Files.newInputStream(file);
        var copy = originals.take(in)) {
      var known = store.bySha256(copy.sha256());
      if (known.isPresent() && !worthAnother(known.get().document())) {
        return again(file, known.get());
      }
      return read(file, name, copy, recognition, began, progress);
    } catch (IOException e) {
      return refused(file, Problem.of(DocumentImporter.class, "unreadable", file, Reason.of(e)));
    }
  }

  /// What was refused, and scans that may be read now, are read once more; not where somebody has
  /// worked with what was read of the rest.
  private boolean worthAnother(Document document) {
    return switch (document.outcome()) {
      case REFUSED -> true;
      case NEEDS_OCR -> reading.ocr() != null && store.untouched(document.id());
      case READ, READ_WITH_WARNINGS ->
          reading.ocr() != null
              && document.warnings().stream().anyMatch(DocumentImporter::unrecognised)
              && store.untouched(document.id());
    };
  }

  private static boolean unrecognised(Problem warning) {
    return warning.code().equals("ocr.language") || warning.code().equals("document.ocrLibrary");
  }

  private ImportOutcome again(Path file, ImportStore.Known known) {
    var document = known.document();
    if (known.removed()) {
      documents.restore(List.of(document.id()));
    }
    return outcome(
        file,
        known.removed() ? ImportOutcome.Kind.RESTORED : ImportOutcome.Kind.UNCHANGED,
        document);
  }

  private ImportOutcome read(
      Path file,
      String name,
      Originals.Copy copy,
      @Nullable PageRecognition recognition,
      Instant began,
      Progress progress)
      throws IOException {
    var bytes = Files.size(copy.file());
    Source source;
    try {
      source = source(copy, name, recognition, progress);
    } catch (ProblemException e) {
      return refuse(file, name, copy.sha256(), bytes, e.problem());
    }
    var clean = CleanDocument.of(source, reading.tables());
    var id = id(copy.sha256());
    var chunks = chunks(source, clean, id, copy.sha256(), name, progress);
    progress.checkCancelled();
    var document =
        new Document(
            id,
            name,
            copy.sha256(),
            source.kind().mediaType(),
            source.pages().size(),
            chunks.size(),
            bytes,
            source.outcome(),
            source.warnings(),
            clock.instant());
    var earlier = store.newestNamed(name, copy.sha256(), began);
    if (!keep(document, source.kind().extension(), copy, clean.pages(), chunks)) {
      // Somebody began to work with what was there while this was read.
      return again(file, store.bySha256(copy.sha256()).orElseThrow());
    }
    var outcome = outcome(file, ImportOutcome.Kind.IMPORTED, document);
    return earlier.map(before -> outcome.with(compared(before, chunks))).orElse(outcome);
  }

  private EarlierVersion compared(Document earlier, List<Chunk> chunks) {
    var changes = VersionChanges.of(documents.chunks(earlier.id()), chunks);
    return new EarlierVersion(earlier, changes.added().size(), changes.gone().size());
  }

  private Source source(
      Originals.Copy copy, String name, @Nullable PageRecognition recognition, Progress progress)
      throws IOException {
    return new SourceFile(
            FileHead.kind(copy.file(), name),
            copy.file(),
            name,
            reading.passwords().of(copy.sha256()),
            reading.tables())
        .read(ReadingPlan.AUTOMATIC, recognition, progress);
  }

  private List<Chunk> chunks(
      Source source, CleanDocument clean, UUID id, String sha256, String name, Progress progress) {
    if (source.outcome() == Outcome.NEEDS_OCR) {
      return List.of();
    }
    progress.begin(Text.of(DocumentImporter.class, "cutting", name), clean.text().length());
    return chunker.cut(id, sha256, clean, progress);
  }

  /// The copy first, then the one transaction: killed between them, only a copy without document is
  /// left, which the next import sweeps away.
  ///
  /// @return whether the document was stored
  private boolean keep(
      Document document,
      String extension,
      Originals.Copy copy,
      List<CleanPage> pages,
      List<Chunk> chunks) {
    boolean fresh = copy.keep(extension);
    boolean stored = false;
    try {
      stored = store.add(document, extension, pages, chunks);
      return stored;
    } finally {
      if (fresh && !stored) {
        originals.discard(document.sha256(), extension);
      }
    }
  }

  private ImportOutcome refuse(Path file, String name, String sha256, long bytes, Problem problem) {
    var document =
        new Document(
            id(sha256),
            name,
            sha256,
            "application/octet-stream",
            0,
            0,
            bytes,
            Outcome.REFUSED,
            List.of(problem),
            clock.instant());
    // What was read of it before, say with a password, stays.
    var kept =
        store.add(document, "", List.of(), List.of())
            ? document
            : store.bySha256(sha256).orElseThrow().document();
    return new ImportOutcome(file, ImportOutcome.Kind.REFUSED, kept, problem, List.of(), 0, 0);
  }

  private static ImportOutcome refused(Path file, Problem problem) {
    return new ImportOutcome(file, ImportOutcome.Kind.REFUSED, null, problem, List.of(), 0, 0);
  }

  private static ImportOutcome outcome(Path file, ImportOutcome.Kind kind, Document document) {
    return new ImportOutcome(
        file, kind, document, null, document.warnings(), document.pages(), document.chunks());
  }

  private static UUID id(String sha256) {
    return UUID.nameUUIDFromBytes(sha256.getBytes(StandardCharsets.UTF_8));
  }
}
