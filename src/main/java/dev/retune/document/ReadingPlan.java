package dev.retune.document;

import static dev.retune.document.SourcePage.Content.BLANK;
import static dev.retune.document.SourcePage.Content.NAMELESS_LETTERS;
import static dev.retune.document.SourcePage.Content.PICTURE;
import static dev.retune.document.SourcePage.Content.TEXT;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// How each page of a file is to be read.
///
/// @param usual of pages that nothing is said of
/// @param treatments of single pages, by number
/// @param kept pages that are not read but stay as they are stored, by number
/// @param leftOut numbers of pages that nothing is said about in warnings
/// @param strict whether what stops recognition ends the reading; else it is warned of
record ReadingPlan(
    Treatment usual,
    Map<Integer, Treatment> treatments,
    Map<Integer, StoredPage> kept,
    Set<Integer> leftOut,
    boolean strict) {
  /// Every page as seems best.
  static final ReadingPlan AUTOMATIC =
      new ReadingPlan(Treatment.AUTOMATIC, Map.of(), Map.of(), Set.of(), false);

  /// Pages that say nothing unless their pictures are read.
  private static final Set<SourcePage.Content> MUTE = EnumSet.of(PICTURE, NAMELESS_LETTERS);

  /// @param recognise whether it is to be recognised; beside a picture, only what stands in that
  record Planned(SourcePage page, boolean recognise) {}

  Planned of(SourcePage page) {
    var stored = kept.get(page.number());
    if (stored != null) {
      return new Planned(kept(stored, page), false);
    }
    return switch (treatments.getOrDefault(page.number(), usual)) {
      case AUTOMATIC, LEAVE_OUT ->
          new Planned(page, MUTE.contains(page.content()) || page.picture() != null);
      case RECOGNISE -> new Planned(page.without(), page.content() != BLANK);
      case OWN_TEXT -> new Planned(own(page.without()), false);
    };
  }

  /// As it was read before: from the file, which tells more than what is stored, unless it was
  /// recognised.
  private static SourcePage kept(StoredPage stored, SourcePage page) {
    return switch (stored.state()) {
      case RECOGNISED, MIXED -> KeptPage.of(stored, page);
      case TEXT -> own(page.without());
      case EMPTY, UNREAD -> page.without();
      // Of earlier versions; only what was recognised is not what the file says.
      case null ->
          stored.rawText().isBlank() || stored.rawText().equals(page.text())
              ? page.without()
              : KeptPage.of(stored, page);
    };
  }

  private static SourcePage own(SourcePage page) {
    return page.text().isBlank() ? page : page.with(TEXT);
  }

  /// Whether nothing but its own text is wanted of a page.
  boolean ownTextOnly(SourcePage page) {
    return treatments.getOrDefault(page.number(), usual) == Treatment.OWN_TEXT;
  }

  boolean included(SourcePage page) {
    return !leftOut.contains(page.number());
  }
}
