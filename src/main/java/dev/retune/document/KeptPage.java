package dev.retune.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A page as the recogniser gave it when it was read before: what stands beside a page that is read
/// again tells its running lines and headings. Lines that cleaning left out stand at the edge where
/// they came from.
final class KeptPage {
  private static final float EDGE = 8;

  private KeptPage() {}

  /// @param own the same page as it reads without recognition
  static SourcePage of(StoredPage stored, SourcePage own) {
    var kept = StoredLines.decode(Objects.requireNonNull(stored.lines()));
    var raw = stored.rawText();
    var lines = new ArrayList<SourceLine>();
    int first = kept.isEmpty() ? raw.length() : kept.getFirst().source().start();
    float size = size(kept);
    for (var line : TextReader.lines(raw)) {
      var parts =
          kept.stream()
              .filter(
                  part -> part.source().start() < line.end() && part.source().end() > line.start())
              .map(part -> part.level() > 0 ? sized(part.source(), 0) : sized(part.source(), size))
              .toList();
      if (parts.isEmpty() && line.end() > line.start()) {
        float y = line.start() < first ? 0 : Math.max(0, own.height() - EDGE);
        lines.add(placed(line, new Box(0, y, own.width(), EDGE), size));
      }
      lines.addAll(parts);
    }
    var content =
        stored.state() == PageState.MIXED
            ? SourcePage.Content.MIXED
            : SourcePage.Content.RECOGNISED;
    return new SourcePage(own.number(), raw, lines, own.width(), own.height(), content);
  }

  /// Of what is no heading.
  private static float size(List<CleanPage.Line> lines) {
    var heights =
        lines.stream()
            .filter(line -> line.level() == 0)
            .map(line -> line.source().layout())
            .filter(Objects::nonNull)
            .map(layout -> layout.box().height())
            .sorted()
            .toList();
    return heights.isEmpty() ? 0 : heights.get(heights.size() / 2);
  }

  /// @param size 0 for as high as the line is
  private static SourceLine sized(SourceLine line, float size) {
    var layout = line.layout();
    return layout == null
        ? line
        : new SourceLine(
            line.start(),
            line.end(),
            new LineLayout(
                layout.box(),
                size == 0 ? layout.box().height() : size,
                layout.bold(),
                layout.turn(),
                layout.tabular(),
                layout.words()),
            line.opens());
  }

  private static SourceLine placed(SourceLine line, Box box, float size) {
    var words =
        new LineLayout.Words(new int[] {line.start()}, new int[] {line.end()}, new Box[] {box});
    return new SourceLine(
        line.start(), line.end(), new LineLayout(box, size, false, 0, false, words));
  }
}
