package dev.retune.document;

import dev.retune.encoder.Embedder;
import dev.retune.encoder.TokenCounter;
import dev.retune.file.Reason;
import dev.retune.project.Project;
import dev.retune.task.Progress;
import dev.retune.text.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads documents again from the project's copies of their files, whole or single pages, and cuts
/// them anew.
///
/// Pages that are not concerned stay as they are stored, with what was corrected on them; the file
/// is looked through all the same, since running lines and headings show only side by side.
public final class Rereader {
  private final DocumentStore documents;
  private final CutStore texts;
  private final ChunkingOptions options;
  private final Cutter cutter;
  private final RereadOptions reading;

  /// @param tokens counts tokens as the base model does
  /// @param embedder tells sentences apart by meaning; null unless the options are semantic
  public Rereader(
      Project project,
      TokenCounter tokens,
      ChunkingOptions options,
      @Nullable Embedder embedder,
      RereadOptions reading) {
    this.documents = new DocumentStore(project);
    this.texts = new CutStore(project);
    this.options = options;
    this.cutter = new Cutter(documents, texts, new Chunker(tokens, options, embedder));
    this.reading = reading;
  }

  /// Reads and cuts the documents; nothing is stored.
  ///
  /// @throws dev.retune.text.ProblemException if one of them cannot be read
  /// @throws java.util.concurrent.CancellationException if cancelled
  public Rechunked read(Collection<Document> chosen, RereadRequest request, Progress progress) {
    var recuts = new ArrayList<Recut>();
    var rereads = new ArrayList<Reread>();
    for (var document : chosen) {
      progress.checkCancelled();
      var file =
          documents
              .original(document.id())
              .orElseThrow(
                  () -> Problem.of(Rereader.class, "reread.noFile", document.name()).exception());
      var kind = FileKind.ofExtension(FileHead.extension(FileHead.name(file)));
      var stored = texts.pages(document.id());
      var choices =
          RereadChoices.of(document, kind, stored, documents.choice(document.id()), request);
      var result = read(document, kind, file, stored, choices, progress);
      var reread = reread(document, stored, choices, result);
      rereads.add(reread);
      recuts.add(cut(document, reread.after().outcome(), kind, result.pages(), progress));
    }
    return new Rechunked(options, recuts, List.of(), rereads);
  }

  /// @param pages all, as they are to be
  private record Result(List<StoredPage> pages, Outcome outcome, List<Problem> warnings) {}

  private static boolean sameLeftOut(List<StoredPage> stored, RereadChoices choices) {
    return stored.stream()
        .allMatch(page -> {
          var chosen = choices.pages().get(page.number());
          return chosen != null && chosen.leftOut() == page.leftOut();
        });
  }

  private Result read(
      Document document,
      FileKind kind,
      Path file,
      List<StoredPage> stored,
      RereadChoices choices,
      Progress progress) {
    if (choices.read().isEmpty()) {
      var pages = List.copyOf(choices.pages().values());
      var said =
          kind.paged() && !sameLeftOut(stored, choices)
              ? StoredOutcome.of(document, choices.choice().treatment(), pages)
              : new StoredOutcome(document.outcome(), document.warnings());
      return new Result(pages, said.outcome(), said.warnings());
    }
    var ocr = reading.ocr().apply(choices.choice().languages());
    var password = reading.passwords().of(document.sha256());
    try (var recognition = ocr == null ? null : new PageRecognition(ocr)) {
      var source =
          new SourceFile(kind, file, document.name(), password, reading.tables())
              .read(choices.plan(), recognition, progress);
      var pages = new TreeMap<Integer, StoredPage>();
      for (var page : CleanDocument.of(source, reading.tables()).pages()) {
        int number = page.source().number();
        var known = choices.pages().get(number);
        pages.put(
            number,
            known != null && !choices.read().contains(number)
                ? known
                : StoredPage.of(
                    page,
                    known == null ? null : known.treatment(),
                    known != null && known.leftOut()));
      }
      return new Result(List.copyOf(pages.values()), source.outcome(), source.warnings());
    } catch (IOException e) {
      throw Problem.of(DocumentImporter.class, "unreadable", document.name(), Reason.of(e))
          .exception(e);
    }
  }

  private static Reread reread(
      Document document, List<StoredPage> stored, RereadChoices choices, Result result) {
    var warnings = new ArrayList<>(result.warnings());
    warnings.removeIf(warning -> warning.code().equals("document.allLeftOut"));
    var outcome = result.outcome();
    if (!result.pages().isEmpty() && result.pages().stream().allMatch(StoredPage::leftOut)) {
      warnings.add(Problem.of(Rereader.class, "allLeftOut", document.name()));
      outcome = outcome == Outcome.READ ? Outcome.READ_WITH_WARNINGS : outcome;
    } else if (warnings.isEmpty()) {
      outcome = Outcome.READ;
    }
    var before = byNumber(stored);
    var after = byNumber(result.pages());
    return new Reread(
        document,
        new Document(
            document.id(),
            document.name(),
            document.sha256(),
            document.mediaType(),
            result.pages().size(),
            document.chunks(),
            document.bytes(),
            outcome,
            warnings,
            document.imported()),
        choices.former(),
        choices.choice(),
        others(before, after),
        others(after, before),
        choices.kept());
  }

  private static Map<Integer, StoredPage> byNumber(List<StoredPage> pages) {
    return pages.stream()
        .collect(Collectors.toMap(StoredPage::number, page -> page, (a, _) -> a, TreeMap::new));
  }

  /// Those of `pages` that are not the same in `others`.
  private static List<StoredPage> others(
      Map<Integer, StoredPage> pages, Map<Integer, StoredPage> others) {
    return pages.values().stream()
        .filter(page -> {
          var other = others.get(page.number());
          return other == null || !page.same(other);
        })
        .toList();
  }

  /// Letters without names, which is all that some documents have until they are recognised, give
  /// no passages.
  private Recut cut(
      Document document,
      Outcome outcome,
      FileKind kind,
      List<StoredPage> pages,
      Progress progress) {
    var text =
        CleanDocument.of(
            kind,
            pages.stream().filter(page -> !page.leftOut()).map(page -> page.clean(kind)).toList());
    return outcome == Outcome.NEEDS_OCR || text.text().isBlank()
        ? cutter.none(document, text)
        : cutter.cut(document, text, progress);
  }
}
