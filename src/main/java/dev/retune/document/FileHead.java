package dev.retune.document;

import dev.retune.document.written.LockedOffice;
import dev.retune.document.written.OfficeFile;
import dev.retune.document.written.UnreadableException;
import dev.retune.text.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Tells what a file is from its first bytes, and from its name where those are only text.
final class FileHead {
  private static final int LENGTH = 1024;
  private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "tif", "tiff");

  /// Office files with and without macros, templates and shows.
  private static final Map<FileKind, Set<String>> OFFICE =
      Map.of(
          FileKind.DOCX, Set.of("docx", "docm", "dotx", "dotm"),
          FileKind.PPTX, Set.of("pptx", "pptm", "ppsx", "ppsm", "potx"),
          FileKind.XLSX, Set.of("xlsx", "xlsm", "xltx", "xltm"));

  /// What is only text, by extension.
  private static final Map<String, FileKind> TEXTS =
      Map.ofEntries(
          Map.entry("txt", FileKind.TEXT),
          Map.entry("text", FileKind.TEXT),
          Map.entry("md", FileKind.MARKDOWN),
          Map.entry("markdown", FileKind.MARKDOWN),
          Map.entry("html", FileKind.HTML),
          Map.entry("htm", FileKind.HTML),
          Map.entry("xhtml", FileKind.HTML),
          Map.entry("eml", FileKind.EML),
          Map.entry("csv", FileKind.CSV),
          Map.entry("tsv", FileKind.CSV),
          Map.entry("jsonl", FileKind.JSONL),
          Map.entry("ndjson", FileKind.JSONL));

  /// Of files of known kinds.
  static final List<String> EXTENSIONS =
      Stream.of(
              Stream.of("pdf"),
              OFFICE.values().stream().flatMap(Set::stream).sorted(),
              TEXTS.keySet().stream().sorted(),
              PICTURES.stream().sorted())
          .flatMap(all -> all)
          .toList();

  private FileHead() {}

  /// Whether a file of a dropped folder is meant: by its name only, and not where an open program
  /// keeps notes beside its document (`~$letter.docx`).
  static boolean named(Path file) {
    var name = name(file);
    return !name.startsWith("~$")
        && (EXTENSIONS.contains(extension(name)) || ForeignFile.named(name));
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
    boolean text = TEXTS.containsKey(extension);
    if (text ? latin.startsWith("%PDF-") : latin.contains("%PDF-")) {
      return FileKind.PDF;
    }
    var picture = picture(latin);
    if (picture.isPresent() && !text) {
      return picture.get();
    }
    var office = text ? Optional.<FileKind>empty() : office(file, name, latin);
    if (office.isPresent()) {
      return office.get();
    }
    var foreign = ForeignFile.key(file, latin);
    if (foreign.isPresent() && !plain(foreign.get(), extension, latin)) {
      throw refusal(foreign.get(), name);
    }
    if (extension.equals("pdf")) {
      throw refusal(web(latin) ? "webPage" : "notPdf", name);
    }
    if (office(extension).isPresent()) {
      throw refusal(web(latin) ? "webPageNotOffice" : "notOffice", name);
    }
    if (!text) {
      throw refusal("unknownKind", name);
    }
    if (!wide(head) && latin.indexOf('\0') >= 0) {
      throw refusal("notText", name);
    }
    return TEXTS.getOrDefault(extension, FileKind.TEXT);
  }

  /// Whether the name says better what a file is: a text may begin like anything, and a file of
  /// Office without its parts is more than an archive.
  private static boolean plain(String foreign, String extension, String head) {
    if (TEXTS.containsKey(extension)) {
      return !foreign.equals("richText") && head.indexOf('\0') < 0;
    }
    return foreign.equals("archive") && office(extension).isPresent();
  }

  private static Optional<FileKind> office(String extension) {
    return OFFICE.entrySet().stream()
        .filter(kind -> kind.getValue().contains(extension))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /// What an Office file is, whatever its name.
  private static Optional<FileKind> office(Path file, String name, String head) throws IOException {
    if (head.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
      // What is encrypted does not show its kind.
      return office(extension(name)).filter(_ -> LockedOffice.encrypted(file));
    }
    if (!head.startsWith("PK\u0003\u0004")) {
      return Optional.empty();
    }
    try {
      return OfficeFile.kind(file)
          .map(kind ->
              switch (kind) {
                case WORD -> FileKind.DOCX;
                case SLIDES -> FileKind.PPTX;
                case SHEETS -> FileKind.XLSX;
              });
    } catch (UnreadableException e) {
      if (office(extension(name)).isEmpty()) {
        return Optional.empty();
      }
      throw Problem.of(DocumentImporter.class, e.key(), name).exception(e);
    }
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

  static String extension(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  static RuntimeException refusal(String key, String name) {
    return Problem.of(DocumentImporter.class, key, name).exception();
  }

  static String name(Path file) {
    return file.getFileName() == null ? file.toString() : file.getFileName().toString();
  }
}
