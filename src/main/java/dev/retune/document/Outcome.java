package dev.retune.document;

/// How the reading of a document ended.
public enum Outcome {
  READ,
  /// Read, but something is missing or odd: the document's warnings say what.
  READ_WITH_WARNINGS,
  /// Kept, but no page has text: it is a scan.
  NEEDS_OCR,
  /// Could not be read; remembered with the reason, nothing else of it is kept.
  REFUSED
}
