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
/// @param ownText numbers of those that are read by their own text alone, because a person chose so
record PageWarnings(
    String name, SortedMap<Integer, SourcePage.Content> pages, Set<Integer> ownText) {
  private static final Set<SourcePage.Content> READABLE = EnumSet.of(TEXT, RECOGNISED, MIXED);

  /// What text recognition would read.
  private static final Set<SourcePage.Content> MUTE = EnumSet.of(PICTURE, NAMELESS_LETTERS);

  private static final Set<String> CODES =
      Set.of(
          "document.pagesRecognised",
          "document.pagesMixed",
          "document.pagesNeedOcr",
          "document.pagesNameless",
          "document.pagesUnreadable",
          "document.pagesOwnText",
          "document.ownText",
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
    if (pages.values().stream().noneMatch(MUTE::contains)) {
      return Optional.empty();
    }
    var key = having(PICTURE).isEmpty() ? "nameless" : "needsOcr";
    boolean chosen = ownText.containsAll(pages.keySet());
    return Optional.of(Problem.of(DocumentImporter.class, chosen ? "ownText" : key, name));
  }

  /// One for each kind of such pages.
  List<Problem> list() {
    var warnings = new ArrayList<Problem>();
    add(warnings, "pagesRecognised", having(RECOGNISED));
    add(warnings, "pagesMixed", having(MIXED));
    add(
        warnings,
        "pagesOwnText",
        pages.keySet().stream().filter(page -> mute(page) && ownText.contains(page)).toList());
    add(warnings, "pagesNeedOcr", unchosen(PICTURE));
    add(warnings, "pagesNameless", unchosen(NAMELESS_LETTERS));
    add(warnings, "pagesUnreadable", having(UNREADABLE));
    return warnings;
  }

  private boolean mute(int page) {
    var content = pages.get(page);
    return content != null && MUTE.contains(content);
  }

  private List<Integer> unchosen(SourcePage.Content content) {
    return having(content).stream().filter(page -> !ownText.contains(page)).toList();
  }

  private void add(List<Problem> warnings, String key, List<Integer> numbers) {
    if (!numbers.isEmpty()) {
      warnings.add(
          Problem.of(DocumentImporter.class, key, name, numbers.size(), PageNumbers.of(numbers)));
    }
  }

  List<Integer> having(SourcePage.Content content) {
    return pages.entrySet().stream()
        .filter(page -> page.getValue() == content)
        .map(Map.Entry::getKey)
        .toList();
  }
}
