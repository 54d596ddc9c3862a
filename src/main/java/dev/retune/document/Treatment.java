package dev.retune.document;

/// How a page is to be read.
public enum Treatment {
  /// Its own text; recognised in its picture where it has none.
  AUTOMATIC,
  /// Recognised in its picture, also where it has text of its own.
  RECOGNISE,
  /// Its own text, and nothing where it has none.
  OWN_TEXT,
  /// Not at all: it gives no passages.
  LEAVE_OUT
}
