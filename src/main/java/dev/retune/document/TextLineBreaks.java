package dev.retune.document;

import java.util.IdentityHashMap;

/// Paragraphs of a plain text or Markdown file.
final class TextLineBreaks implements LineBreaks {
  /// A line shorter than this share of the longest was not wrapped.
  private static final double SHORT = .6;

  private final IdentityHashMap<SourcePage, Integer> longest = new IdentityHashMap<>();

  @Override
  public boolean between(SourcePage page, SourceLine before, SourceLine line) {
    var raw = page.text();
    // More than one line end between them: a blank line.
    if (raw.substring(before.end(), line.start()).chars().filter(c -> c == '\n').count() > 1) {
      return true;
    }
    var first = raw.substring(before.start(), before.end()).strip();
    var second = raw.substring(line.start(), line.end()).strip();
    if (structure(first) || structure(second)) {
      return true;
    }
    if (Numbering.isListItem(second)) {
      return true;
    }
    int limit = longest.computeIfAbsent(page, TextLineBreaks::longest);
    return first.length() < SHORT * limit;
  }

  /// Markdown's headings, table rows, quotes and fences; in plain text such lines stand alone too.
  private static boolean structure(String line) {
    return line.startsWith("#")
        || line.startsWith("|")
        || line.startsWith(">")
        || line.startsWith("```")
        || line.startsWith("---")
        || line.startsWith("===");
  }

  private static int longest(SourcePage page) {
    return page.lines().stream().mapToInt(line -> line.end() - line.start()).max().orElse(0);
  }
}
