package dev.retune.document;

import static dev.retune.document.SourcePage.Content.BLANK;

import dev.retune.task.Progress;
import dev.retune.text.Problem;
import dev.retune.text.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the text of a PDF, or of pictures of pages, and judges whether it can be trusted.
///
/// PDFBox forgives much: a broken-off encrypted file opens as an unencrypted one with blank pages,
/// and of two files glued together it shows one. So the file's own end is looked at as well.
final class PdfReader {
  private static final Logger LOG = LoggerFactory.getLogger(PdfReader.class);

  private final FileKind kind;
  private final Path file;
  private final String name;
  private final @Nullable PageRecognition recognition;
  private final String password;
  private final boolean tables;
  private final ReadingPlan plan;
  private final List<Problem> warnings = new ArrayList<>();

  /// @param name the file's name, for people
  /// @param recognition of pages without text; null to leave them
  PdfReader(Path file, String name, @Nullable PageRecognition recognition) {
    this(FileKind.PDF, file, name, recognition, "", false);
  }

  /// Every page as seems best.
  PdfReader(
      FileKind kind,
      Path file,
      String name,
      @Nullable PageRecognition recognition,
      String password,
      boolean tables) {
    this(kind, file, name, recognition, password, tables, ReadingPlan.AUTOMATIC);
  }

  /// @param kind a PDF, or pictures of pages
  /// @param name the file's name, for people
  /// @param recognition of pages without text; null to leave them
  /// @param password empty for none, which opens most protected files: they only restrict what may
  ///   be done
  /// @param tables whether what tables are drawn with is kept
  /// @param plan how each page is read
  PdfReader(
      FileKind kind,
      Path file,
      String name,
      @Nullable PageRecognition recognition,
      String password,
      boolean tables,
      ReadingPlan plan) {
    this.plan = plan;
    this.kind = kind;
    this.file = file;
    this.name = name;
    this.recognition = recognition;
    this.password = password;
    this.tables = tables;
  }

  /// @throws dev.retune.text.ProblemException if nothing of it can be used
  Source read(Progress progress) throws IOException {
    var trailer = kind.picture() ? PdfTrailer.WHOLE : PdfTrailer.of(file);
    List<SourcePage> pages;
    try (var document = PictureFile.open(file, password)) {
      if (!document.getCurrentAccessPermission().canExtractContent()) {
        throw FileHead.refusal("extractionForbidden", name);
      }
      pages = pages(document, progress);
    } catch (CancellationException | ProblemException e) {
      throw e;
    } catch (InvalidPasswordException _) {
      throw FileHead.refusal(password.isEmpty() ? "password" : "wrongPassword", name);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // Broken files make PDFBox fail in every way there is.
      LOG.info("a PDF could not be read", e);
      throw Problem.of(DocumentImporter.class, broken(trailer), name).exception(e);
    }
    return judged(pages, trailer);
  }

  private static String broken(PdfTrailer trailer) {
    return trailer.complete() ? "damaged" : "truncated";
  }

  private List<SourcePage> pages(PDDocument document, Progress progress) throws IOException {
    int count = document.getNumberOfPages();
    if (count == 0) {
      return List.of();
    }
    progress.begin(dev.retune.text.Text.of(DocumentImporter.class, "reading", name), count);
    var reader = new PdfPages(progress, tables);
    reader.read(document);
    if (reader.pages().isEmpty()) {
      throw new IOException("its " + count + " pages cannot be reached");
    }
    return recognised(document, reader.pages(), progress);
  }

  /// The pages with those in place of pictures that could be read. What stops the recogniser stops
  /// nothing else unless the plan is strict.
  private List<SourcePage> recognised(
      PDDocument document, List<SourcePage> pages, Progress progress) {
    var planned = pages.stream().map(plan::of).toList();
    var all = new ArrayList<>(planned.stream().map(ReadingPlan.Planned::page).toList());
    var asked =
        planned.stream()
            .filter(ReadingPlan.Planned::recognise)
            .map(ReadingPlan.Planned::page)
            .toList();
    if (recognition == null || asked.isEmpty()) {
      // Others may be kept as they were recognised before.
      return RecognisedSizes.alike(all);
    }
    try {
      recognition
          .read(document, asked, name, progress)
          .forEach(page -> all.set(page.number() - 1, page));
    } catch (ProblemException e) {
      if (plan.strict()) {
        throw e;
      }
      warnings.add(e.problem());
    }
    return RecognisedSizes.alike(all);
  }

  private Source judged(List<SourcePage> all, PdfTrailer trailer) {
    if (all.isEmpty()) {
      throw FileHead.refusal(trailer.complete() ? "noPages" : "truncated", name);
    }
    var pages = all.stream().filter(plan::included).toList();
    var about = new PageWarnings(name, contents(pages), ownText(pages));
    if (!pages.isEmpty() && !about.readable()) {
      return withoutText(about, trailer).of(all);
    }
    if (!trailer.complete()) {
      warnings.add(problem("endsEarly"));
    }
    if (trailer.documents() > 1) {
      warnings.add(Problem.of(DocumentImporter.class, "glued", name, trailer.documents()));
    }
    warnings.addAll(about.list());
    var outcome = warnings.isEmpty() ? Outcome.READ : Outcome.READ_WITH_WARNINGS;
    return new Source(kind, outcome, all, warnings);
  }

  private static SortedMap<Integer, SourcePage.Content> contents(List<SourcePage> pages) {
    var contents = new TreeMap<Integer, SourcePage.Content>();
    pages.forEach(page -> contents.put(page.number(), page.content()));
    return contents;
  }

  private Set<Integer> ownText(List<SourcePage> pages) {
    return pages.stream()
        .filter(plan::ownTextOnly)
        .map(SourcePage::number)
        .collect(Collectors.toSet());
  }

  private Source withoutText(PageWarnings about, PdfTrailer trailer) {
    if (!trailer.complete()) {
      throw FileHead.refusal("truncated", name);
    }
    warnings.addFirst(
        about
            .needsOcr()
            .orElseThrow(
                () -> FileHead.refusal(about.having(BLANK).isEmpty() ? "damaged" : "blank", name)));
    return new Source(kind, Outcome.NEEDS_OCR, List.of(), warnings);
  }

  private Problem problem(String key) {
    return Problem.of(DocumentImporter.class, key, name);
  }
}
