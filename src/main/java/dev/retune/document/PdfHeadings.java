package dev.retune.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Headings of a PDF: set larger, bolder or in capitals, or numbered and standing alone.
///
/// Their level follows first from how they are set, then from their numbering.
final class PdfHeadings implements HeadingFinder {
  private static final float LARGER = 1.12f;
  private static final float NOT_SMALLER = .95f;
  private static final int MOST_LINES = 3;
  private static final int DEEPEST = 8;

  /// Where so much of a document is bold, bold says nothing.
  private static final double MUCH_BOLD = .35;

  @Override
  public Map<SourceLine, Integer> find(List<SourcePage> pages, Set<SourceLine> dropped) {
    var body = new BodySize(pages, dropped);
    boolean boldTells = body.boldShare() < MUCH_BOLD;
    var blocks = new ArrayList<Block>();
    for (int i = 0; i < pages.size(); i++) {
      for (var block : Block.of(pages.get(i), dropped)) {
        if (heading(block, body.around(i), boldTells)) {
          blocks.add(block);
        }
      }
    }
    var styles = new TreeSet<Style>();
    blocks.forEach(block -> styles.add(Style.of(block)));
    var ranks = new HashMap<Style, Integer>();
    styles.forEach(style -> ranks.put(style, ranks.size()));
    var levels = new IdentityHashMap<SourceLine, Integer>();
    for (var block : blocks) {
      int depth = Numbering.depth(block.text());
      // Without a number it belongs under the last numbered one that is set like it.
      depth = depth == 0 ? DEEPEST - 1 : Math.min(depth, DEEPEST - 1);
      int level = 1 + ranks.getOrDefault(Style.of(block), 0) * DEEPEST + depth;
      block.lines().forEach(line -> levels.put(line, level));
    }
    return levels;
  }

  private static boolean heading(Block block, float body, boolean boldTells) {
    var layout = block.layout();
    if (block.lines().size() > MOST_LINES
        || !layout.upright()
        || layout.tabular()
        || !HeadingText.plausible(block.text())
        || layout.size() < NOT_SMALLER * body) {
      return false;
    }
    if (layout.size() >= LARGER * body) {
      return true;
    }
    if (!block.apart() || block.lines().size() > 2) {
      return false;
    }
    boolean numbered = Numbering.depth(block.text()) > 0 && block.lines().size() == 1;
    return (layout.bold() && boldTells)
        || HeadingText.capitals(block.text())
        || (numbered && block.gapAbove());
  }

  /// How a heading is set; ordered from the highest.
  private record Style(int halfPoints, boolean bold, boolean capitals)
      implements Comparable<Style> {
    static Style of(Block block) {
      return new Style(
          Math.round(block.layout().size() * 2),
          block.layout().bold(),
          HeadingText.capitals(block.text()));
    }

    @Override
    public int compareTo(Style other) {
      int bySize = Integer.compare(other.halfPoints, halfPoints);
      int byBold = bySize != 0 ? bySize : Boolean.compare(other.bold, bold);
      return byBold != 0 ? byBold : Boolean.compare(other.capitals, capitals);
    }
  }
}
