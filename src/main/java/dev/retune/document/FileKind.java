package dev.retune.document;

import java.util.Arrays;

/// Kinds of files that can be imported.
enum FileKind {
  PDF("application/pdf", "pdf"),
  MARKDOWN("text/markdown", "md"),
  TEXT("text/plain", "txt"),
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
      case MARKDOWN, TEXT -> false;
    };
  }

  /// Whether it is a picture of pages.
  boolean picture() {
    return paged() && this != PDF;
  }
}
