package dev.retune.document;

import dev.retune.text.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What is said of a document once pages of it were left out or came back, by what is stored of
/// them.
record StoredOutcome(Outcome outcome, List<Problem> warnings) {

  /// @param usual how pages without a choice of their own are read
  static StoredOutcome of(Document document, Treatment usual, Collection<StoredPage> pages) {
    var included = pages.stream().filter(page -> !page.leftOut()).toList();
    // What is on pages of earlier versions is not known.
    if (included.stream().anyMatch(page -> page.state() == null)) {
      return new StoredOutcome(document.outcome(), document.warnings());
    }
    boolean broken = broken(document);
    var contents = new TreeMap<Integer, SourcePage.Content>();
    included.forEach(page -> contents.put(page.number(), content(page, broken)));
    var ownText =
        included.stream()
            .filter(
                page -> Objects.requireNonNullElse(page.treatment(), usual) == Treatment.OWN_TEXT)
            .map(StoredPage::number)
            .collect(Collectors.toSet());
    var about = new PageWarnings(document.name(), contents, ownText);
    var warnings = new ArrayList<>(document.warnings());
    warnings.removeIf(PageWarnings::about);
    if (!about.readable() && about.needsOcr().isPresent()) {
      warnings.addFirst(about.needsOcr().get());
      return new StoredOutcome(Outcome.NEEDS_OCR, warnings);
    }
    warnings.addAll(about.list());
    return new StoredOutcome(
        warnings.isEmpty() ? Outcome.READ : Outcome.READ_WITH_WARNINGS, warnings);
  }

  /// Whether what could not be read is known to be broken rather than a picture.
  private static boolean broken(Document document) {
    var codes = document.warnings().stream().map(Problem::code).toList();
    return codes.contains("document.pagesUnreadable") && !codes.contains("document.pagesNeedOcr");
  }

  private static SourcePage.Content content(StoredPage page, boolean broken) {
    return switch (page.state()) {
      case TEXT -> SourcePage.Content.TEXT;
      case RECOGNISED -> SourcePage.Content.RECOGNISED;
      case MIXED -> SourcePage.Content.MIXED;
      case EMPTY -> SourcePage.Content.BLANK;
      case UNREAD ->
          !page.rawText().isBlank()
              ? SourcePage.Content.NAMELESS_LETTERS
              : broken ? SourcePage.Content.UNREADABLE : SourcePage.Content.PICTURE;
      case null -> throw new IllegalArgumentException("page " + page.number());
    };
  }
}
