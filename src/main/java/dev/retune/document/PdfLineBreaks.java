package dev.retune.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/// Paragraphs of a PDF page, from where its lines stand. For one page after the other.
final class PdfLineBreaks implements LineBreaks {
  private static final float WIDER_PITCH = 1.35f;
  private static final float OTHER_SIZE = .08f;
  private static final float INDENT = 1f;

  /// A line that leaves more than this share of its column free ends a paragraph, whatever it says.
  private static final float SHORT = .3f;

  /// One that leaves this share free ends it if it also ends a sentence.
  private static final float SOMEWHAT_SHORT = .06f;

  private final IdentityHashMap<SourcePage, Float> pitches = new IdentityHashMap<>();

  @Override
  public boolean between(SourcePage page, SourceLine before, SourceLine line) {
    var a = before.layout();
    var b = line.layout();
    if (a == null || b == null || !a.upright() || !b.upright()) {
      return true;
    }
    if (line.opens() != null) {
      return recognised(page, before, line, line.opens());
    }
    if (a.tabular() || b.tabular() || differs(a, b)) {
      return true;
    }
    var text = page.text().substring(line.start(), line.end()).strip();
    if (Numbering.isListItem(text)) {
      return true;
    }
    boolean ended = endsSentence(page.text(), before);
    float step = b.top() - a.top();
    if (step < -a.size()) {
      // The next column: the paragraph may go on there.
      return ended;
    }
    float pitch = pitches.computeIfAbsent(page, PdfLineBreaks::pitch);
    if (step > WIDER_PITCH * Math.max(pitch, a.size())) {
      return true;
    }
    float free = free(page, a);
    boolean indented = b.left() - a.left() > INDENT * b.size();
    return free > SHORT || (ended && (free > SOMEWHAT_SHORT || indented));
  }

  /// The recogniser looks at the whole picture, but takes each block and each line after a bullet
  /// it cannot read for a paragraph of its own, or for none.
  private static boolean recognised(
      SourcePage page, SourceLine before, SourceLine line, boolean opens) {
    var text = page.text().substring(line.start(), line.end()).strip();
    var ended = endsSentence(page.text(), before);
    if (opens) {
      return ended || !Character.isLowerCase(text.codePointAt(0));
    }
    return Numbering.isListItem(text) || (ended && free(page, before.layout()) > SHORT);
  }

  /// The share of its column that a line leaves free at its right.
  private static float free(SourcePage page, @Nullable LineLayout a) {
    if (a == null) {
      return 0;
    }
    float width = columnRight(page, a) - a.left();
    return width <= 0 ? 0 : (a.left() + width - a.right()) / width;
  }

  private static boolean differs(LineLayout a, LineLayout b) {
    return a.bold() != b.bold() || Math.abs(a.size() - b.size()) > OTHER_SIZE * a.size();
  }

  private static boolean endsSentence(String raw, SourceLine line) {
    var text = raw.substring(line.start(), line.end()).stripTrailing();
    return !text.isEmpty() && ".!?:;。！？：；…”\"".indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  /// The distance at which most lines of the page follow each other; 0 if there are too few.
  private static float pitch(SourcePage page) {
    var steps = new ArrayList<Float>();
    LineLayout before = null;
    for (var line : page.lines()) {
      var layout = line.layout();
      if (layout != null && before != null && layout.top() > before.top() + 1) {
        steps.add(layout.top() - before.top());
      }
      before = layout;
    }
    Collections.sort(steps);
    return steps.size() < 4 ? 0 : steps.get(steps.size() / 2);
  }

  /// The furthest right edge among the lines that begin near this one's left edge.
  private static float columnRight(SourcePage page, LineLayout a) {
    float right = a.right();
    for (var line : page.lines()) {
      var other = line.layout();
      if (other != null
          && !other.tabular()
          && Math.abs(other.left() - a.left()) < 3 * a.size()
          && Math.abs(other.top() - a.top()) < 20 * a.size()) {
        right = Math.max(right, other.right());
      }
    }
    return right;
  }
}
