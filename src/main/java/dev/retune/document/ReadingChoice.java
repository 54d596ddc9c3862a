package dev.retune.document;

import java.util.List;

/// How a document is to be read.
///
/// @param treatment of pages without a choice of their own; never [Treatment#LEAVE_OUT], which is a
///   choice about pages
/// @param languages of text recognition by Tesseract's names, the main one first; empty for the
///   project's
public record ReadingChoice(Treatment treatment, List<String> languages) {
  /// Of documents nobody has chosen for.
  public static final ReadingChoice DEFAULT = new ReadingChoice(Treatment.AUTOMATIC, List.of());

  public ReadingChoice {
    languages = List.copyOf(languages);
  }
}
