package dev.retune.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Lines that follow each other closely and are set alike.
///
/// @param layout of the first line
/// @param gapAbove whether more than the usual distance, or nothing, stands above
/// @param apart whether what stands above and below it is set otherwise or further away
record Block(
    String text, List<SourceLine> lines, LineLayout layout, boolean gapAbove, boolean apart) {
  private static final float CLOSE = 1.7f;
  private static final float WIDE = 1.45f;

  static List<Block> of(SourcePage page, Set<SourceLine> dropped) {
    var groups = new ArrayList<List<SourceLine>>();
    SourceLine before = null;
    for (var line : page.lines()) {
      if (line.layout() == null
          || dropped.contains(line)
          || page.text().substring(line.start(), line.end()).isBlank()) {
        continue;
      }
      if (before == null || !alike(before, line)) {
        groups.add(new ArrayList<>());
      }
      groups.getLast().add(line);
      before = line;
    }
    var blocks = new ArrayList<Block>();
    for (int i = 0; i < groups.size(); i++) {
      var above = i == 0 ? null : groups.get(i - 1).getLast();
      var below = i + 1 == groups.size() ? null : groups.get(i + 1).getFirst();
      blocks.add(block(page, groups.get(i), above, below));
    }
    return blocks;
  }

  private static Block block(
      SourcePage page,
      List<SourceLine> lines,
      @org.jspecify.annotations.Nullable SourceLine above,
      @org.jspecify.annotations.Nullable SourceLine below) {
    var text = new StringBuilder();
    for (var line : lines) {
      text.append(text.isEmpty() ? "" : " ")
          .append(page.text().substring(line.start(), line.end()).replace('\u00a0', ' ').strip());
    }
    boolean gapAbove = above == null || step(above, lines.getFirst()) > WIDE;
    boolean sameRow =
        (above != null && Math.abs(step(above, lines.getFirst())) < .5f)
            || (below != null && Math.abs(step(lines.getLast(), below)) < .5f);
    return new Block(
        text.toString(), List.copyOf(lines), layout(lines.getFirst()), gapAbove, !sameRow);
  }

  private static boolean alike(SourceLine before, SourceLine line) {
    var a = layout(before);
    var b = layout(line);
    float step = step(before, line);
    return a.bold() == b.bold()
        && Math.abs(a.size() - b.size()) < .3f
        && a.tabular() == b.tabular()
        && step > .5f
        && step < CLOSE;
  }

  /// How far the line stands below, in its own size.
  private static float step(SourceLine before, SourceLine line) {
    return (layout(line).top() - layout(before).top()) / Math.max(1, layout(line).size());
  }

  private static LineLayout layout(SourceLine line) {
    return Objects.requireNonNull(line.layout());
  }
}
