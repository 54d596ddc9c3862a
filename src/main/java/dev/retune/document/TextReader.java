package dev.retune.document;

import dev.retune.document.written.TextBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads a plain text or Markdown file as one page without layout.
final class TextReader {
  private static final long LARGEST = 64L << 20;

  private final Path file;
  private final String name;

  TextReader(Path file, String name) {
    this.file = file;
    this.name = name;
  }

  /// @throws dev.retune.text.ProblemException if it has no text or cannot be decoded
  Source read(FileKind kind) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw FileHead.refusal("tooLarge", name);
    }
    var text =
        TextBytes.decode(Files.readAllBytes(file))
            .orElseThrow(() -> FileHead.refusal("notText", name));
    if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
      throw FileHead.refusal("blank", name);
    }
    var page = new SourcePage(1, text, lines(text), 0, 0, SourcePage.Content.TEXT);
    return new Source(kind, Outcome.READ, List.of(page), List.of());
  }

  static List<SourceLine> lines(String text) {
    var lines = new ArrayList<SourceLine>();
    for (int start = 0; start < text.length(); ) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      lines.add(new SourceLine(start, end, null));
      start = end + 1;
    }
    return lines;
  }
}
