package dev.retune.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;

/// Under which headings each part of a document stands.
final class Sections {
  private final List<Section> sections = new ArrayList<>();

  private record Section(int start, int end, List<String> path) {}

  Sections(CleanDocument document) {
    var text = document.text();
    var headings = new HeadingPath();
    int start = 0;
    for (var heading : new TreeMap<>(document.headings()).entrySet()) {
      sections.add(new Section(start, heading.getKey(), headings.path()));
      start = heading.getKey();
      int end = text.indexOf('\n', start);
      var title = text.substring(start, end < 0 ? text.length() : end);
      headings.enter(heading.getValue(), HeadingPath.title(title));
    }
    sections.add(new Section(start, text.length(), headings.path()));
  }

  /// The headings that most of the range stands under, outermost first.
  List<String> most(int start, int end) {
    var shares = new LinkedHashMap<List<String>, Integer>();
    for (var section : sections) {
      int common = Math.min(end, section.end()) - Math.max(start, section.start());
      if (common > 0) {
        shares.merge(section.path(), common, Integer::sum);
      }
    }
    List<String> most = List.of();
    int best = 0;
    for (var share : shares.entrySet()) {
      if (share.getValue() > best) {
        best = share.getValue();
        most = share.getKey();
      }
    }
    return most;
  }
}
