package dev.retune.document;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The size that most letters have around each page: an appendix may be set larger than the report
/// it belongs to.
final class BodySize {
  private static final int NEIGHBOURS = 2;

  /// Fewer letters than these, such as on a title page, say nothing about the text around.
  private static final int FEW_LETTERS = 600;

  private final List<Map<Integer, Integer>> lettersOfPages;
  private final float whole;
  private final double boldShare;

  BodySize(List<SourcePage> pages, Set<SourceLine> dropped) {
    int bold = 0;
    int all = 0;
    lettersOfPages = new java.util.ArrayList<>();
    for (var page : pages) {
      var letters = new HashMap<Integer, Integer>();
      for (var line : page.lines()) {
        var layout = line.layout();
        if (layout != null && !dropped.contains(line)) {
          int length = line.end() - line.start();
          letters.merge(Math.round(layout.size() * 2), length, Integer::sum);
          all += length;
          bold += layout.bold() ? length : 0;
        }
      }
      lettersOfPages.add(letters);
    }
    whole = most(lettersOfPages);
    boldShare = all == 0 ? 0 : (double) bold / all;
  }

  /// In points.
  ///
  /// @param index of the page, from 0
  float around(int index) {
    var near =
        lettersOfPages.subList(
            Math.max(0, index - NEIGHBOURS),
            Math.min(lettersOfPages.size(), index + NEIGHBOURS + 1));
    int letters = near.stream().flatMap(map -> map.values().stream()).mapToInt(n -> n).sum();
    return letters < FEW_LETTERS ? whole : most(near);
  }

  /// Share of the document's letters that are bold.
  double boldShare() {
    return boldShare;
  }

  private static float most(List<Map<Integer, Integer>> pages) {
    var sum = new HashMap<Integer, Integer>();
    pages.forEach(page -> page.forEach((size, n) -> sum.merge(size, n, Integer::sum)));
    return sum.entrySet().stream()
        .max(
            Map.Entry.<Integer, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(entry -> entry.getKey() / 2f)
        .orElse(0f);
  }
}
