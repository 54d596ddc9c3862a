package dev.retune.document;

import com.ibm.icu.text.CharsetDetector;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
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
    var text = decode(Files.readAllBytes(file)).replace("\r\n", "\n").replace('\r', '\n');
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

  /// UTF-8 where the bytes are valid; else by byte order mark, else what they look like most
  /// (GB18030, UTF-16, Western).
  private String decode(byte[] bytes) {
    var text = strict(bytes, StandardCharsets.UTF_8);
    if (text == null) {
      var match = new CharsetDetector().setText(bytes).detect();
      text = match == null ? null : strict(bytes, charset(match.getName()));
    }
    if (text == null || text.indexOf('\0') >= 0) {
      throw FileHead.refusal("notText", name);
    }
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  /// ICU knows some by names of its own, such as `IBM424_rtl`.
  private static Charset charset(String icuName) {
    return Charset.isSupported(icuName) ? Charset.forName(icuName) : StandardCharsets.UTF_8;
  }

  private static @org.jspecify.annotations.Nullable String strict(byte[] bytes, Charset charset) {
    try {
      return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      return null;
    }
  }
}
