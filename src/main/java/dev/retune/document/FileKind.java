package dev.retune.document;

/// Kinds of files that can be imported.
enum FileKind {
  PDF("application/pdf", "pdf"),
  MARKDOWN("text/markdown", "md"),
  TEXT("text/plain", "txt");

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

  /// Whether its pages are numbered and have places on them.
  boolean paged() {
    return this == PDF;
  }
}
