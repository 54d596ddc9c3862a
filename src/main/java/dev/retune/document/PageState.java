package dev.retune.document;

/// What became of a page.
public enum PageState {
  /// It has text of its own.
  TEXT,
  /// Its text was recognised in its picture.
  RECOGNISED,
  /// It has text of its own, and more was recognised in a picture beside it.
  MIXED,
  /// Nothing is on it.
  EMPTY,
  /// Something is on it that could not be read.
  UNREAD;

  static PageState of(SourcePage.Content content) {
    return switch (content) {
      case TEXT -> TEXT;
      case RECOGNISED -> RECOGNISED;
      case MIXED -> MIXED;
      case BLANK -> EMPTY;
      case PICTURE, NAMELESS_LETTERS, UNREADABLE -> UNREAD;
    };
  }
}
