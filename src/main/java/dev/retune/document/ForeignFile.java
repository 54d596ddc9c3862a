package dev.retune.document;

import dev.retune.document.written.LockedOffice;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Files of kinds that people have and that cannot be read, told by their content: each has a way
/// of its own to become one that can.
final class ForeignFile {
  /// Names under which documents of these kinds go; not those of archives, which hold anything.
  private static final Set<String> EXTENSIONS =
      Set.of(
          "doc", "dot", "xls", "ppt", "pps", "msg", "rtf", "odt", "ods", "odp", "epub", "pages",
          "numbers", "key", "heic", "heif", "avif", "webp", "gif", "bmp");

  private static final int NAME_OF_FIRST_ENTRY = 30;

  /// Brands of pictures in the ISO base media format, in the first box of the file.
  private static final Pattern PHOTOGRAPH =
      Pattern.compile("^....ftyp(?:hei[cmsx]|hev[cmsx]|mif1|msf1|avi[fs])", Pattern.DOTALL);

  private static final Pattern PICTURE =
      Pattern.compile("^(?:GIF8[79]a|BM.{4}\0{4}|RIFF.{4}WEBP|8BPS)", Pattern.DOTALL);

  private static final Pattern ARCHIVE =
      Pattern.compile(
          "^(?:PK\u0003\u0004|PK\u0005\u0006|Rar!\u001a\u0007|7z\u00bc\u00af|\u001f\u008b)");

  private ForeignFile() {}

  /// Whether a file of a dropped folder is meant, so that it is not passed over without a word.
  static boolean named(String name) {
    return EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }

  /// The key of the problem that says what the file is and what to do; empty if it is nothing
  /// known.
  ///
  /// @param head the file's first bytes in Latin 1
  static Optional<String> key(Path file, String head) {
    if (head.startsWith("{\\rtf")) {
      return Optional.of("richText");
    }
    if (PHOTOGRAPH.matcher(head).find()) {
      return Optional.of("photograph");
    }
    if (PICTURE.matcher(head).find()) {
      return Optional.of("otherPicture");
    }
    if (head.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
      return Optional.of(LockedOffice.outlookMail(file) ? "outlookMail" : "oldOffice");
    }
    if (ARCHIVE.matcher(head).find()) {
      return Optional.of(zip(head));
    }
    return Optional.empty();
  }

  private static String zip(String head) {
    // OpenDocument and EPUB have their kind in the first entry, which is not packed.
    if (head.startsWith("mimetypeapplication/vnd.oasis.opendocument.", NAME_OF_FIRST_ENTRY)) {
      return "openDocument";
    }
    if (head.startsWith("mimetypeapplication/epub+zip", NAME_OF_FIRST_ENTRY)) {
      return "electronicBook";
    }
    return head.contains(".iwa") || head.startsWith("Index/", NAME_OF_FIRST_ENTRY)
        ? "appleDocument"
        : "archive";
  }
}
