package dev.retune.document;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Some words of a line as a line of their own.
final class LineParts {
  private static final LineLayout.Words NO_WORDS =
      new LineLayout.Words(new int[0], new int[0], new Box[0]);

  private LineParts() {}

  static LineLayout.Words words(SourceLine line) {
    var layout = line.layout();
    return layout == null ? NO_WORDS : layout.words();
  }

  /// @param first word
  /// @param end one past the last word
  static SourceLine of(SourceLine line, int first, int end) {
    var words = words(line);
    var some =
        new LineLayout.Words(
            Arrays.copyOfRange(words.starts(), first, end),
            Arrays.copyOfRange(words.ends(), first, end),
            Arrays.copyOfRange(words.boxes(), first, end));
    var box = Arrays.stream(some.boxes()).reduce(Box::union).orElseThrow();
    int from = first == 0 ? line.start() : words.starts()[first];
    int to = end == words.count() ? line.end() : words.ends()[end - 1];
    return new SourceLine(from, to, layout(line.layout(), box, some), line.opens());
  }

  private static @Nullable LineLayout layout(
      @Nullable LineLayout whole, Box box, LineLayout.Words words) {
    return whole == null
        ? null
        : new LineLayout(box, whole.size(), whole.bold(), whole.turn(), whole.tabular(), words);
  }
}
