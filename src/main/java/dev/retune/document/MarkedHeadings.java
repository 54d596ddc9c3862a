package dev.retune.document;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Headings that the file itself calls so.
final class MarkedHeadings implements HeadingFinder {
  @Override
  public Map<SourceLine, Integer> find(List<SourcePage> pages, Set<SourceLine> dropped) {
    var levels = new IdentityHashMap<SourceLine, Integer>();
    for (var page : pages) {
      for (var line : page.lines()) {
        int level = LineMark.before(page.text(), line.start()).level();
        if (level > 0) {
          levels.put(line, level);
        }
      }
    }
    return levels;
  }
}
