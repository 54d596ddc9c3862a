package dev.retune.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The cleaned pages of a document as one text, so that sentences and chunks may run across pages.
///
/// @param starts where each page's text begins in `text`
/// @param headings level of each heading, by where its paragraph begins in `text`
@SuppressWarnings("ArrayRecordComponent") // never compared
record CleanDocument(
    FileKind kind,
    List<CleanPage> pages,
    String text,
    int[] starts,
    Map<Integer, Integer> headings) {

  /// Without looking for tables.
  static CleanDocument of(Source source) {
    return of(source, false);
  }

  /// @param tables whether what stands in tables is written as such
  static CleanDocument of(Source source, boolean tables) {
    return of(source.kind(), clean(source, tables));
  }

  static CleanDocument of(FileKind kind, List<CleanPage> pages) {
    var text = new StringBuilder();
    var starts = new int[pages.size()];
    var headings = new HashMap<Integer, Integer>();
    for (int i = 0; i < pages.size(); i++) {
      var page = pages.get(i);
      if (!text.isEmpty() && !page.text().isEmpty()) {
        text.append(kind.paged() ? separator(text, page) : "\n");
      }
      starts[i] = text.length();
      text.append(page.text());
      for (var line : page.lines()) {
        if (line.level() > 0 && paragraphStart(text, starts[i] + line.start())) {
          headings.put(starts[i] + line.start(), line.level());
        }
      }
    }
    return new CleanDocument(kind, pages, text.toString(), starts, headings);
  }

  private static List<CleanPage> clean(Source source, boolean tables) {
    boolean paged = source.kind().paged();
    var dropped = RunningLines.of(source.pages());
    HeadingFinder headings =
        source.kind().marked()
            ? new MarkedHeadings()
            : paged ? new PdfHeadings() : new TextHeadings(source.kind() == FileKind.MARKDOWN);
    var cleaner =
        new PageCleaner(
            new Vocabulary(source.pages()), dropped, headings.find(source.pages(), dropped));
    LineBreaks breaks =
        source.kind().marked()
            ? (_, _, _) -> true
            : paged ? new PdfLineBreaks() : new TextLineBreaks();
    var pages = new ArrayList<CleanPage>();
    for (var page : source.pages()) {
      var found = tables && paged ? PageTables.of(page, dropped) : PageTables.NONE;
      pages.add(cleaner.clean(page, breaks, found));
    }
    return pages;
  }

  private static boolean paragraphStart(StringBuilder text, int at) {
    return at == 0 || text.charAt(at - 1) == '\n';
  }

  /// A paragraph goes on over the page's end if its sentence is not finished there and what follows
  /// does not look like a beginning.
  private static String separator(StringBuilder text, CleanPage next) {
    int last = text.codePointBefore(text.length());
    int first = next.text().codePointAt(0);
    boolean heading = !next.lines().isEmpty() && next.lines().getFirst().level() > 0;
    if (!heading && divided(text) && Character.isLowerCase(first)) {
      return "";
    }
    if (heading
        || !(Character.isLetterOrDigit(last) || last == ',' || last == '，' || last == '、')) {
      return "\n";
    }
    if (Scripts.spaceless(last) && Scripts.spaceless(first)) {
      return Character.isLetter(first) ? "" : "\n";
    }
    return Character.isLowerCase(first) ? " " : "\n";
  }

  /// Whether the text ends in the middle of a compound.
  private static boolean divided(StringBuilder text) {
    int hyphen = text.length() - 1;
    return hyphen > 0 && text.charAt(hyphen) == '-' && Character.isLetter(text.charAt(hyphen - 1));
  }

  /// Where in the text something stood that [#locate] has located.
  Span range(Locator locator) {
    return switch (locator) {
      case PdfLocator(var ranges) ->
          new Span(
              starts[index(ranges.getFirst())] + ranges.getFirst().start(),
              starts[index(ranges.getLast())] + ranges.getLast().end());
      case PlaceLocator(_, var start, var end) -> new Span(start, end);
      case NoLocator() -> new Span(0, 0);
    };
  }

  /// Where in the text something stood that was located in it, or in one like it; empty if this
  /// text has no such place.
  Optional<Span> find(Locator locator) {
    boolean there =
        switch (locator) {
          case PdfLocator(var ranges) ->
              ranges.stream()
                  .allMatch(range -> {
                    int at = found(range);
                    return at >= 0 && range.end() <= pages.get(at).text().length();
                  });
          case PlaceLocator(_, _, var end) -> end <= text.length();
          case NoLocator() -> false;
        };
    return there ? Optional.of(range(locator)) : Optional.empty();
  }

  private int index(PageRange range) {
    int at = found(range);
    if (at < 0) {
      throw new IllegalArgumentException("no page " + range.page());
    }
    return at;
  }

  /// Negative if the page is not there. Pages stand in the order of their numbers.
  private int found(PageRange range) {
    int low = 0;
    int high = pages.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int number = pages.get(middle).source().number();
      if (number == range.page()) {
        return middle;
      }
      if (number < range.page()) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  /// Where a range of the text stood.
  Locator locate(int start, int end) {
    return kind.paged() ? pages(start, end) : place(start, end);
  }

  private Locator pages(int start, int end) {
    var ranges = new ArrayList<PageRange>();
    for (int i = 0; i < starts.length; i++) {
      var page = pages.get(i);
      int from = Math.max(start - starts[i], 0);
      int to = Math.min(end - starts[i], page.text().length());
      if (from < to) {
        ranges.add(new PageRange(page.source().number(), from, to, page.boxes(from, to)));
      }
    }
    return new PdfLocator(ranges);
  }

  private Locator place(int start, int end) {
    return new PlaceLocator(Places.of(this, start, end), start, end);
  }
}
