package dev.retune.document;

import java.util.Arrays;

/// Kinds of files that can be imported.
enum FileKind {
  PDF("application/pdf", "pdf"),
  MARKDOWN("text/markdown", "md"),
  TEXT("text/plain", "txt"),
  HTML("text/html", "html"),
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
  PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
  EML("message/rfc822", "eml"),
  /// A table of passages.
  CSV("text/csv", "csv"),
  /// A table of passages.
  JSONL("application/x-ndjson", "jsonl"),
  PNG("image/png", "png"),
  JPEG("image/jpeg", "jpg"),
  TIFF("image/tiff", "tif");

  private final String mediaType;
  private final String extension;

  FileKind(String mediaType, String extension) {
    this.mediaType = mediaType;
    this.extension = extension;
  }

  String mediaType() {
    return mediaType;
  }

  /// Of the copy in the project.
  String extension() {
    return extension;
  }

  /// The kind whose copies have this extension.
  static FileKind ofExtension(String extension) {
    return Arrays.stream(values())
        .filter(kind -> kind.extension.equals(extension))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(extension));
  }

  /// Whether its pages are numbered and have places on them.
  boolean paged() {
    return switch (this) {
      case PDF, PNG, JPEG, TIFF -> true;
      case MARKDOWN, TEXT, HTML, DOCX, PPTX, XLSX, EML, CSV, JSONL -> false;
    };
  }

  /// Whether its reader knows what each line is.
  boolean marked() {
    return switch (this) {
      case HTML, DOCX, PPTX, XLSX, EML, CSV, JSONL -> true;
      case PDF, PNG, JPEG, TIFF, MARKDOWN, TEXT -> false;
    };
  }

  /// Whether its passages were cut by somebody else and stay as they are.
  boolean cut() {
    return this == CSV || this == JSONL;
  }

  /// Whether it is a picture of pages.
  boolean picture() {
    return paged() && this != PDF;
  }
}
