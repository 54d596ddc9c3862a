package dev.retune.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// The headings that the reading has come under, outermost first.
final class HeadingPath {
  private static final int LONGEST_TITLE = 160;

  private record Heading(int level, String title) {}

  private final Deque<Heading> open = new ArrayDeque<>();
  private List<String> path = List.of();

  void enter(int level, String title) {
    while (!open.isEmpty() && open.getLast().level() >= level) {
      open.removeLast();
    }
    open.addLast(new Heading(level, title));
    path = open.stream().map(Heading::title).toList();
  }

  List<String> path() {
    return path;
  }

  /// A heading's text without Markdown's marks.
  static String title(String text) {
    var title = text.strip();
    if (title.startsWith("#")) {
      title = title.replaceFirst("^#{1,6}\\s+", "").replaceFirst("\\s+#+$", "");
    }
    return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE - 1) + "…";
  }
}
