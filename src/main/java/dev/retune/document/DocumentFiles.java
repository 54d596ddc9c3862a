package dev.retune.document;

import java.util.List;

/// What can be imported, and what it is made of.
public final class DocumentFiles {
  private DocumentFiles() {}

  /// What the pages of a document are called.
  public enum Parts {
    PAGES,
    SLIDES,
    SHEETS,
    /// It has none: text that runs on.
    NONE
  }

  /// Extensions of files of known kinds, in lower case.
  public static List<String> extensions() {
    return FileHead.EXTENSIONS;
  }

  /// What a document is made of.
  public static Parts parts(Document document) {
    var type = document.mediaType();
    if (type.equals(FileKind.PPTX.mediaType())) {
      return Parts.SLIDES;
    }
    if (type.equals(FileKind.XLSX.mediaType())) {
      return Parts.SHEETS;
    }
    boolean paged = type.equals(FileKind.PDF.mediaType()) || type.startsWith("image/");
    return paged || document.pages() == 0 ? Parts.PAGES : Parts.NONE;
  }

  /// Whether a copy of its file was kept; of what was refused there is none.
  public static boolean kept(Document document) {
    return document.outcome() != Outcome.REFUSED;
  }

  /// Whether a document has pages that can be drawn.
  public static boolean drawn(Document document) {
    return parts(document) == Parts.PAGES && document.pages() > 0;
  }
}
