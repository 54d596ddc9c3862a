package dev.retune.document;

import static dev.retune.document.SourcePage.Content.MIXED;
import static dev.retune.document.SourcePage.Content.NAMELESS_LETTERS;
import static dev.retune.document.SourcePage.Content.PICTURE;
import static dev.retune.document.SourcePage.Content.RECOGNISED;
import static dev.retune.document.SourcePage.Content.TEXT;
import static dev.retune.document.SourcePage.Content.UNREADABLE;

import dev.retune.text.Problem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/// What is said of the pages of a document that do not simply have text.
///
/// @param name the document's, for people
/// @param pages what is on each, by number
record PageWarnings(String name, SortedMap<Integer, SourcePage.Content> pages) {
  private static final Set<SourcePage.Content> READABLE = EnumSet.of(TEXT, RECOGNISED, MIXED);

  /// In the order in which they are told.
  private static final List<Map.Entry<SourcePage.Content, String>> KEYS =
      List.of(
          Map.entry(RECOGNISED, "pagesRecognised"),
          Map.entry(MIXED, "pagesMixed"),
          Map.entry(PICTURE, "pagesNeedOcr"),
          Map.entry(NAMELESS_LETTERS, "pagesNameless"),
          Map.entry(UNREADABLE, "pagesUnreadable"));

  private static final Set<String> CODES =
      Set.of(
          "document.pagesRecognised",
          "document.pagesMixed",
          "document.pagesNeedOcr",
          "document.pagesNameless",
          "document.pagesUnreadable",
          "document.needsOcr",
          "document.nameless");

  /// Whether a warning is one of these, or of [#needsOcr].
  static boolean about(Problem warning) {
    return CODES.contains(warning.code());
  }

  /// Whether there is any page that text stands on.
  boolean readable() {
    return pages.values().stream().anyMatch(READABLE::contains);
  }

  /// Why no page can be read without text recognition; empty if that would not help either.
  Optional<Problem> needsOcr() {
    if (!having(PICTURE).isEmpty()) {
      return Optional.of(Problem.of(DocumentImporter.class, "needsOcr", name));
    }
    return having(NAMELESS_LETTERS).isEmpty()
        ? Optional.empty()
        : Optional.of(Problem.of(DocumentImporter.class, "nameless", name));
  }

  /// One for each kind of such pages.
  List<Problem> list() {
    var warnings = new ArrayList<Problem>();
    for (var kind : KEYS) {
      var numbers = having(kind.getKey());
      if (!numbers.isEmpty()) {
        warnings.add(
            Problem.of(
                DocumentImporter.class,
                kind.getValue(),
                name,
                numbers.size(),
                PageNumbers.of(numbers)));
      }
    }
    return warnings;
  }

  List<Integer> having(SourcePage.Content content) {
    return pages.entrySet().stream()
        .filter(page -> page.getValue() == content)
        .map(Map.Entry::getKey)
        .toList();
  }
}
