package dev.retune.document;

import java.util.ArrayList;
import java.util.List;

/// The passages of a file in which somebody else has cut them: each begins with a line that has a
/// number.
final class CutPassages {
  private CutPassages() {}

  /// @param path its title, if it has one
  record Passage(int start, int end, List<String> path) {}

  static List<Passage> of(CleanDocument document) {
    var passages = new ArrayList<Passage>();
    for (int i = 0; i < document.pages().size(); i++) {
      var page = document.pages().get(i);
      int offset = document.starts()[i];
      for (var line : page.lines()) {
        var mark = LineMark.before(page.source().text(), line.source().start());
        if (mark.number() > 0 || passages.isEmpty()) {
          var title = page.text().substring(line.start(), line.end());
          passages.add(
              new Passage(
                  offset + line.start(),
                  offset + line.end(),
                  line.level() > 0 ? List.of(HeadingPath.title(title)) : List.of()));
        } else {
          var begun = passages.removeLast();
          passages.add(new Passage(begun.start(), offset + line.end(), begun.path()));
        }
      }
    }
    return passages;
  }
}
