package dev.retune.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A page as the reader gave it when it was read before: what stands beside a page that is read
/// again tells its running lines and headings. Lines that cleaning left out stand at the edge where
/// they came from.
final class KeptPage {
  private static final float EDGE = 8;

  private KeptPage() {}

  /// @param own the same page as it reads without recognition
  static SourcePage of(StoredPage stored, SourcePage own) {
    var kept =
        StoredLines.decode(Objects.requireNonNull(stored.lines())).stream()
            .map(CleanPage.Line::source)
            .toList();
    var raw = stored.rawText();
    var lines = new ArrayList<SourceLine>();
    int first = kept.isEmpty() ? raw.length() : kept.getFirst().start();
    float size = size(kept);
    for (var line : TextReader.lines(raw)) {
      var parts =
          kept.stream()
              .filter(part -> part.start() < line.end() && part.end() > line.start())
              .map(part -> sized(part, size))
              .toList();
      if (parts.isEmpty() && line.end() > line.start()) {
        float y = line.start() < first ? 0 : Math.max(0, own.height() - EDGE);
        lines.add(placed(line, new Box(0, y, own.width(), EDGE), size));
      }
      lines.addAll(parts);
    }
    return new SourcePage(
        own.number(), raw, lines, own.width(), own.height(), content(stored, own));
  }

  private static SourcePage.Content content(StoredPage stored, SourcePage own) {
    var state = stored.state();
    return state == null
        ? own.content()
        : switch (state) {
          case TEXT -> SourcePage.Content.TEXT;
          case RECOGNISED -> SourcePage.Content.RECOGNISED;
          case MIXED -> SourcePage.Content.MIXED;
          case EMPTY -> SourcePage.Content.BLANK;
          case UNREAD -> own.content();
        };
  }

  private static float size(List<SourceLine> lines) {
    var heights =
        lines.stream()
            .map(SourceLine::layout)
            .filter(Objects::nonNull)
            .map(layout -> layout.box().height())
            .sorted()
            .toList();
    return heights.isEmpty() ? 0 : heights.get(heights.size() / 2);
  }

  private static SourceLine sized(SourceLine line, float size) {
    var layout = line.layout();
    return layout == null
        ? line
        : new SourceLine(
            line.start(),
            line.end(),
            new LineLayout(
                layout.box(),
                size,
                layout.bold(),
                layout.upright(),
                layout.tabular(),
                layout.words()),
            line.opens());
  }

  private static SourceLine placed(SourceLine line, Box box, float size) {
    var words =
        new LineLayout.Words(
            new int[] {line.start()}, new int[] {line.end()}, new Box[] {box});
    return new SourceLine(
        line.start(), line.end(), new LineLayout(box, size, false, true, false, words));
  }
}
