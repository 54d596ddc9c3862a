package dev.retune.document;

import dev.retune.document.table.Grid;
import dev.retune.document.table.Tables;
import dev.retune.document.table.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Finds the tables of a page among the lines that are not running headers and footers.
final class PageTables {
  private PageTables() {}

  static List<Grid> of(SourcePage page, Set<SourceLine> dropped) {
    var words = new ArrayList<Word>();
    for (var line : page.lines()) {
      if (!dropped.contains(line)) {
        add(page, line, words);
      }
    }
    return Tables.find(words, page.rulings());
  }

  private static void add(SourcePage page, SourceLine line, List<Word> into) {
    var layout = line.layout();
    if (layout == null || !layout.upright()) {
      return;
    }
    var words = layout.words();
    for (int i = 0; i < words.count(); i++) {
      var text = page.text().substring(words.starts()[i], words.ends()[i]).strip();
      if (!text.isEmpty()) {
        var box = words.boxes()[i];
        into.add(
            new Word(
                words.starts()[i],
                words.ends()[i],
                text,
                box.x(),
                box.y(),
                box.x() + box.width(),
                box.y() + box.height(),
                box.height()));
      }
    }
  }
}
