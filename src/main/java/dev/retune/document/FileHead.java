package dev.retune.document;

import dev.retune.text.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Tells what a file is from its first bytes, and from its name where those are only text.
final class FileHead {
  private static final int LENGTH = 1024;
  private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "tif", "tiff");

  private FileHead() {}

  /// Whether a file of a dropped folder is meant: by its name only.
  static boolean named(Path file) {
    var extension = extension(name(file));
    return extension.equals("pdf")
        || textKinds().contains(extension)
        || PICTURES.contains(extension);
  }

  private static List<String> textKinds() {
    return List.of("txt", "text", "md", "markdown");
  }

  /// @param name the file's name, for people and for its extension
  /// @throws dev.retune.text.ProblemException if it is empty or of no known kind
  static FileKind kind(Path file, String name) throws IOException {
    byte[] head;
    try (var in = Files.newInputStream(file)) {
      head = in.readNBytes(LENGTH);
    }
    if (head.length == 0) {
      throw refusal("empty", name);
    }
    var latin = new String(head, StandardCharsets.ISO_8859_1);
    var extension = extension(name);
    // A text may tell of PDFs; anything else may have some bytes before its PDF begins.
    boolean text = textKinds().contains(extension);
    if (text ? latin.startsWith("%PDF-") : latin.contains("%PDF-")) {
      return FileKind.PDF;
    }
    var picture = picture(latin);
    if (picture.isPresent() && !text) {
      return picture.get();
    }
    if (extension.equals("pdf")) {
      throw refusal(web(latin) ? "webPage" : "notPdf", name);
    }
    if (!text) {
      throw refusal("unknownKind", name);
    }
    if (!wide(head) && latin.indexOf('\0') >= 0) {
      throw refusal("notText", name);
    }
    return extension.startsWith("m") ? FileKind.MARKDOWN : FileKind.TEXT;
  }

  /// What a picture is, from its first bytes in Latin 1.
  private static Optional<FileKind> picture(String head) {
    if (head.startsWith("\u0089PNG")) {
      return Optional.of(FileKind.PNG);
    }
    if (head.startsWith("\u00ff\u00d8\u00ff")) {
      return Optional.of(FileKind.JPEG);
    }
    return head.startsWith("II*\0") || head.startsWith("MM\0*")
        ? Optional.of(FileKind.TIFF)
        : Optional.empty();
  }

  private static boolean web(String head) {
    var lower = head.toLowerCase(Locale.ROOT).stripLeading();
    return lower.startsWith("<!doctype html") || lower.startsWith("<html");
  }

  private static boolean wide(byte[] head) {
    var start = Arrays.copyOf(head, 2);
    return Arrays.equals(start, new byte[] {(byte) 0xff, (byte) 0xfe})
        || Arrays.equals(start, new byte[] {(byte) 0xfe, (byte) 0xff});
  }

  private static String extension(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  static RuntimeException refusal(String key, String name) {
    return Problem.of(DocumentImporter.class, key, name).exception();
  }

  static String name(Path file) {
    return file.getFileName() == null ? file.toString() : file.getFileName().toString();
  }
}
