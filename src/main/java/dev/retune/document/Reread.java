package dev.retune.document;

import java.util.List;

/// What reading a document again made of its pages; nothing of it is stored yet.
///
/// @param before the document as it is
/// @param after the same with what reading it came to
/// @param was how it was to be read
/// @param choice how it is to be read from now on
/// @param former the pages that change, as they are
/// @param pages the same as they are to be
/// @param kept numbers of pages that were asked for but stay as they are, because a person
///   corrected them
public record Reread(
    Document before,
    Document after,
    ReadingChoice was,
    ReadingChoice choice,
    List<StoredPage> former,
    List<StoredPage> pages,
    List<Integer> kept) {
  public Reread {
    former = List.copyOf(former);
    pages = List.copyOf(pages);
    kept = List.copyOf(kept);
  }

  /// How many pages change.
  public int changed() {
    return Math.max(former.size(), pages.size());
  }

  /// Whether there is anything to store.
  boolean changes() {
    return !pages.isEmpty()
        || !former.isEmpty()
        || !was.equals(choice)
        || before.outcome() != after.outcome()
        || !before.warnings().equals(after.warnings());
  }
}
