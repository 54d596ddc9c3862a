package dev.retune.document;

import dev.retune.document.written.MailFile;
import dev.retune.document.written.PassageFile;
import dev.retune.document.written.SheetsFile;
import dev.retune.document.written.SlidesFile;
import dev.retune.document.written.UnreadableException;
import dev.retune.document.written.WebPage;
import dev.retune.document.written.WordFile;
import dev.retune.document.written.WrittenPage;
import dev.retune.document.written.WrittenText;
import dev.retune.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Reads a file whose format says what is a heading, a paragraph or a row. What a line is stands
/// before it in the raw text, as its [LineMark].
final class MarkedReader {
  private static final long LARGEST = 256L << 20;

  private final Path file;
  private final String name;
  private final String password;

  /// @param password empty for none
  MarkedReader(Path file, String name, String password) {
    this.file = file;
    this.name = name;
    this.password = password;
  }

  /// @throws dev.retune.text.ProblemException if it has no text, is damaged, protected or too large
  Source read(FileKind kind) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw FileHead.refusal("tooLarge", name);
    }
    WrittenText text;
    try {
      text = text(kind);
    } catch (UnreadableException e) {
      throw problem(e.key(), e.details()).exception(e);
    } catch (StackOverflowError e) {
      throw problem("tooDeep", List.of()).exception(e);
    } catch (OutOfMemoryError e) {
      // What was read so far is let go of with this.
      throw problem("tooLargeUnpacked", List.of()).exception(e);
    }
    var pages = new ArrayList<SourcePage>();
    text.pages().forEach(page -> pages.add(page(pages.size() + 1, page)));
    if (pages.stream()
        .noneMatch(page -> page.text().codePoints().anyMatch(Character::isLetterOrDigit))) {
      throw FileHead.refusal("blank", name);
    }
    var warnings = warnings(text);
    var outcome = warnings.isEmpty() ? Outcome.READ : Outcome.READ_WITH_WARNINGS;
    return new Source(kind, outcome, pages, warnings);
  }

  private WrittenText text(FileKind kind) throws IOException {
    return switch (kind) {
      case HTML -> WebPage.read(file);
      case DOCX -> WordFile.read(file, password);
      case PPTX -> SlidesFile.read(file, password);
      case XLSX -> SheetsFile.read(file, password);
      case EML -> MailFile.read(file);
      case CSV -> PassageFile.csv(file);
      case JSONL -> PassageFile.jsonLines(file);
      case PDF, MARKDOWN, TEXT, PNG, JPEG, TIFF -> throw new IllegalArgumentException(kind.name());
    };
  }

  private static SourcePage page(int number, WrittenPage written) {
    var text = new StringBuilder();
    var lines = new ArrayList<SourceLine>();
    for (var line : written.lines()) {
      int start = text.append(line.mark()).length();
      lines.add(new SourceLine(start, text.append(line.text()).length(), null));
      text.append('\n');
    }
    return new SourcePage(number, text.toString(), lines, 0, 0, SourcePage.Content.TEXT);
  }

  private List<Problem> warnings(WrittenText text) {
    var warnings = new ArrayList<Problem>();
    if (!text.attached().isEmpty()) {
      warnings.add(
          problem("attached", List.of(text.attached().size(), String.join(", ", text.attached()))));
    }
    if (!text.withoutText().isEmpty()) {
      var lines =
          text.withoutText().stream()
              .limit(10)
              .map(line -> Integer.toString(line))
              .collect(Collectors.joining(", "));
      warnings.add(
          problem(
              "rowsWithoutText",
              List.of(
                  text.withoutText().size(),
                  lines + (text.withoutText().size() > 10 ? ", …" : ""))));
    }
    return warnings;
  }

  private Problem problem(String key, List<Object> details) {
    var args = new ArrayList<Object>(details);
    args.addFirst(name);
    return Problem.of(DocumentImporter.class, key, args.toArray());
  }
}
