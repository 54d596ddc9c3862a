package dev.retune.pair;

/// What a line of the decision log records.
public enum ActionKind {
  /// A writer, built-in or language model, wrote questions.
  WRITE,
  /// A person added a pair.
  ADD,
  IMPORT,
  ACCEPT,
  REJECT,
  /// Back to "to review".
  REOPEN,
  RELEVANCE,
  /// A question was reworded.
  EDIT,
  /// Pairs were taken out of the table.
  REMOVE,
  SPLIT,
  /// Documents were cut anew, and pairs moved to the chunks that hold their text.
  RECHUNK,
  /// Pages of documents were read again or left out, and pairs moved as after cutting anew.
  REREAD,
  /// Pairs were moved to another version of their document.
  CARRY,
  UNDO,
  REDO
}
