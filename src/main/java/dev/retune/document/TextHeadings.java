package dev.retune.document;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Headings of a text file: Markdown's, underlined ones, and numbered or capital lines that stand
/// alone.
final class TextHeadings implements HeadingFinder {
  private static final Pattern HASHES = Pattern.compile("(#{1,6})\\s+\\S.*");
  private static final int UNDERLINED = 1;
  private static final int LONGEST = 80;

  private final boolean markdown;

  TextHeadings(boolean markdown) {
    this.markdown = markdown;
  }

  @Override
  public Map<SourceLine, Integer> find(List<SourcePage> pages, Set<SourceLine> dropped) {
    var levels = new IdentityHashMap<SourceLine, Integer>();
    for (var page : pages) {
      boolean code = false;
      for (int i = 0; i < page.lines().size(); i++) {
        var text = text(page, i);
        code ^= text.startsWith("```");
        int level = code ? 0 : level(page, i, text);
        if (level > 0) {
          levels.put(page.lines().get(i), level);
        }
      }
    }
    return levels;
  }

  private int level(SourcePage page, int i, String text) {
    var hashes = HASHES.matcher(text);
    if (markdown && hashes.matches()) {
      return hashes.group(1).length();
    }
    if (!HeadingText.plausible(text) || text.length() > LONGEST || text.startsWith("#")) {
      return 0;
    }
    var below = i + 1 < page.lines().size() ? text(page, i + 1) : "";
    if (below.matches("={3,}")) {
      return UNDERLINED;
    }
    if (below.matches("-{3,}")) {
      return UNDERLINED + 1;
    }
    boolean alone = alone(page, i);
    int depth = Numbering.depth(text);
    if (!markdown && alone && depth > 0) {
      return UNDERLINED + depth;
    }
    return !markdown && alone && HeadingText.capitals(text) ? UNDERLINED : 0;
  }

  /// Whether a blank line, or nothing, stands above and below.
  private static boolean alone(SourcePage page, int i) {
    return blank(page, i - 1) && blank(page, i + 1);
  }

  private static boolean blank(SourcePage page, int i) {
    return i < 0 || i >= page.lines().size() || text(page, i).isEmpty();
  }

  private static String text(SourcePage page, int i) {
    var line = page.lines().get(i);
    return page.text().substring(line.start(), line.end()).strip();
  }
}
