package dev.retune.document.written;

import com.ibm.icu.text.CharsetDetector;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Bytes as text, where nothing says in which encoding.
public final class TextBytes {
  private TextBytes() {}

  /// UTF-8 where the bytes are valid; else by byte order mark, else what they look like most
  /// (GB18030, UTF-16, Western). Lines end with a line feed. Empty if they are no text.
  public static Optional<String> decode(byte[] bytes) {
    var text = strict(bytes, StandardCharsets.UTF_8);
    if (text.isEmpty()) {
      var match = new CharsetDetector().setText(bytes).detect();
      text = match == null ? text : strict(bytes, charset(match.getName()));
    }
    return text.filter(all -> all.indexOf('\0') < 0)
        .map(all -> all.startsWith("\ufeff") ? all.substring(1) : all)
        .map(all -> all.replace("\r\n", "\n").replace('\r', '\n'));
  }

  /// ICU knows some by names of its own, such as `IBM424_rtl`.
  private static Charset charset(String icuName) {
    return Charset.isSupported(icuName) ? Charset.forName(icuName) : StandardCharsets.UTF_8;
  }

  private static Optional<String> strict(byte[] bytes, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }
}
