package dev.retune.document;

import dev.retune.text.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/// A passage as the ranges of pages that it is made of.
///
/// @param parts in reading order
record PassageText(Chunk chunk, List<Part> parts) {

  /// @param page from 1
  /// @param after what stands between it and the next part
  record Part(int page, int start, int end, List<Box> boxes, String after) {
    int length() {
      return end - start;
    }
  }

  /// @param pages their cleaned text by number
  /// @throws dev.retune.text.ProblemException if it does not stand where its locator says
  static PassageText of(Chunk chunk, IntFunction<String> pages) {
    var ranges = ranges(chunk, pages);
    if (ranges.isEmpty()) {
      throw Problem.of(CorrectionStore.class, "correction.place").exception();
    }
    var parts = new ArrayList<Part>();
    int at = 0;
    for (int i = 0; i < ranges.size(); i++) {
      var range = ranges.get(i);
      int end = at + range.end() - range.start();
      boolean last = i + 1 == ranges.size();
      int next = last ? chunk.text().length() : next(chunk, ranges.get(i + 1), end, pages);
      if (!chunk.text().startsWith(piece(range, pages), at) || next < end) {
        throw Problem.of(CorrectionStore.class, "correction.place").exception();
      }
      parts.add(
          new Part(
              range.page(),
              range.start(),
              range.end(),
              range.boxes(),
              last ? "" : chunk.text().substring(end, next)));
      at = next;
    }
    return new PassageText(chunk, parts);
  }

  private static List<PageRange> ranges(Chunk chunk, IntFunction<String> pages) {
    return switch (chunk.locator()) {
      case PdfLocator(var ranges) -> ranges;
      case PlaceLocator(_, var start, var end) -> JoinedPages.ranges(start, end, pages);
      case NoLocator() -> throw Problem.of(CorrectionStore.class, "correction.place").exception();
    };
  }

  /// Where the next part begins: at once, or after one separating character; -1 if nowhere.
  private static int next(Chunk chunk, PageRange range, int from, IntFunction<String> pages) {
    var piece = piece(range, pages);
    for (int at = from; at <= from + 1; at++) {
      if (chunk.text().startsWith(piece, at)) {
        return at;
      }
    }
    return -1;
  }

  private static String piece(PageRange range, IntFunction<String> pages) {
    var text = pages.apply(range.page());
    return text.substring(range.start(), Math.min(range.end(), text.length()));
  }

  /// The same passage once its pages were corrected.
  ///
  /// @param own whether what was put in at its ends is its own
  /// @param pages as they are now
  PassageText after(Map<Integer, TextEdit> edits, boolean own, IntFunction<String> pages) {
    var text = new StringBuilder();
    var moved = new ArrayList<Part>();
    for (var part : parts) {
      var edit = edits.get(part.page());
      var span =
          edit == null
              ? new Span(part.start(), part.end())
              : edit.moved(part.start(), part.end(), own);
      text.append(span.of(pages.apply(part.page()))).append(part.after());
      moved.add(new Part(part.page(), span.start(), span.end(), part.boxes(), part.after()));
    }
    return new PassageText(with(text.toString(), moved, pages), moved);
  }

  private Chunk with(String text, List<Part> moved, IntFunction<String> pages) {
    var locator =
        switch (chunk.locator()) {
          case PdfLocator _ ->
              new PdfLocator(
                  moved.stream()
                      .map(p -> new PageRange(p.page(), p.start(), p.end(), p.boxes()))
                      .toList());
          case PlaceLocator(var place, _, _) -> {
            int start =
                JoinedPages.start(moved.getFirst().page(), pages) + moved.getFirst().start();
            yield new PlaceLocator(place, start, start + text.length());
          }
          case NoLocator none -> none;
        };
    return chunk.withText(text, locator);
  }
}
