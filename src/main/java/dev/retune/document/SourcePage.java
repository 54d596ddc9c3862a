package dev.retune.document;

import dev.retune.document.table.Ruling;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page as the reader gave it.
///
/// @param number from 1
/// @param text raw; its lines end with a line feed
/// @param width in points as shown; 0 in formats without pages
/// @param height in points as shown; 0 in formats without pages
/// @param rulings lines drawn on it; none where tables are not looked for
/// @param picture one that covers much of it and stands beside its text; null if there is none
record SourcePage(
    int number,
    String text,
    List<SourceLine> lines,
    float width,
    float height,
    Content content,
    List<Ruling> rulings,
    @Nullable Box picture) {

  SourcePage(
      int number, String text, List<SourceLine> lines, float width, float height, Content content) {
    this(number, text, lines, width, height, content, List.of(), null);
  }

  /// The same page as if it had no picture beside its text.
  SourcePage without() {
    return new SourcePage(number, text, lines, width, height, content, rulings, null);
  }

  SourcePage with(Content other) {
    return new SourcePage(number, text, lines, width, height, other, rulings, picture);
  }

  /// What a page is made of.
  enum Content {
    TEXT,
    /// Text that was read from its picture.
    RECOGNISED,
    /// Text of its own, and more that was read from a picture beside it.
    MIXED,
    /// Nothing is drawn on it.
    BLANK,
    /// An image or outlines, without text.
    PICTURE,
    /// Letters are drawn, but its fonts do not say which.
    NAMELESS_LETTERS,
    /// Its content could not be read.
    UNREADABLE
  }

  /// Number of the line, from 1, in which a character of the raw text stands.
  int lineAt(int at) {
    int below = 0;
    int above = lines.size();
    while (above - below > 1) {
      int middle = (below + above) >>> 1;
      if (lines.get(middle).start() <= at) {
        below = middle;
      } else {
        above = middle;
      }
    }
    return below + 1;
  }
}
