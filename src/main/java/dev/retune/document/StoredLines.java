package dev.retune.document;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/// A page's lines as the store keeps them, so that its text can be cut anew without reading the
/// file again: places in both texts, heading level, box and words of each line. Numbers are of
/// variable length and mostly differences; places on the page are in hundredths of points.
final class StoredLines {
  private static final int PLAIN = 0;
  private static final int UPRIGHT = 1;
  private static final int TURNED = 2;
  private static final int DOWNWARDS = 3;
  private static final float HUNDREDTHS = 100;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private StoredLines() {}

  static byte[] encode(List<CleanPage.Line> lines) {
    var stored = new StoredLines();
    stored.write(lines.size());
    int clean = 0;
    int raw = 0;
    for (var line : lines) {
      stored.write(line.start() - clean);
      stored.write(line.end() - line.start());
      stored.write(line.level());
      stored.write(line.source().start() - raw);
      stored.write(line.source().end() - line.source().start());
      stored.layout(line.source());
      clean = line.end();
      raw = line.source().end();
    }
    return stored.out.toByteArray();
  }

  private void layout(SourceLine line) {
    var layout = line.layout();
    if (layout == null) {
      write(PLAIN);
      return;
    }
    write(kind(layout.turn()));
    var box = layout.box();
    place(box.x());
    place(box.y());
    place(box.width());
    place(box.height());
    var words = layout.words();
    write(words.count());
    int end = line.start();
    int right = hundredths(box.x());
    int top = hundredths(box.y());
    int height = hundredths(box.height());
    for (int i = 0; i < words.count(); i++) {
      var word = words.boxes()[i];
      int from = hundredths(word.x());
      int to = hundredths(word.right());
      write(words.starts()[i] - end);
      write(words.ends()[i] - words.starts()[i]);
      write(from - right);
      write(to - from);
      write(hundredths(word.y()) - top);
      write(hundredths(word.height()) - height);
      end = words.ends()[i];
      right = to;
    }
  }

  private static int kind(int turn) {
    return switch (turn) {
      case 0 -> UPRIGHT;
      case 270 -> DOWNWARDS;
      default -> TURNED;
    };
  }

  /// Other directions than these two are hardly ever met.
  private static int turn(int kind) {
    return switch (kind) {
      case UPRIGHT -> 0;
      case DOWNWARDS -> 270;
      default -> 90;
    };
  }

  private void place(float points) {
    write(hundredths(points));
  }

  private static int hundredths(float points) {
    return Math.round(points * HUNDREDTHS);
  }

  private void write(int number) {
    int rest = (number << 1) ^ (number >> 31);
    while ((rest & ~0x7f) != 0) {
      out.write((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }

  /// The lines again; of how they were set only what places them is kept.
  static List<CleanPage.Line> decode(byte[] bytes) {
    return new Reader(bytes).lines();
  }

  private static final class Reader {
    private final byte[] bytes;
    private int at;

    Reader(byte[] bytes) {
      this.bytes = bytes;
    }

    List<CleanPage.Line> lines() {
      int count = number();
      var lines = new ArrayList<CleanPage.Line>(count);
      int clean = 0;
      int raw = 0;
      for (int i = 0; i < count; i++) {
        int start = clean + number();
        clean = start + number();
        int level = number();
        int rawStart = raw + number();
        raw = rawStart + number();
        lines.add(new CleanPage.Line(start, clean, line(rawStart, raw), level));
      }
      return lines;
    }

    private SourceLine line(int start, int end) {
      int kind = number();
      if (kind == PLAIN) {
        return new SourceLine(start, end, null);
      }
      var box = new Box(place(), place(), place(), place());
      int count = number();
      var starts = new int[count];
      var ends = new int[count];
      var boxes = new Box[count];
      int last = start;
      int right = hundredths(box.x());
      int top = hundredths(box.y());
      int height = hundredths(box.height());
      for (int i = 0; i < count; i++) {
        starts[i] = last + number();
        last = starts[i] + number();
        ends[i] = last;
        int left = right + number();
        right = left + number();
        boxes[i] =
            new Box(
                left / HUNDREDTHS,
                (top + number()) / HUNDREDTHS,
                (right - left) / HUNDREDTHS,
                (height + number()) / HUNDREDTHS);
      }
      var words = new LineLayout.Words(starts, ends, boxes);
      return new SourceLine(start, end, new LineLayout(box, 0, false, turn(kind), false, words));
    }

    private float place() {
      return number() / HUNDREDTHS;
    }

    private int number() {
      int rest = 0;
      for (int shift = 0; ; shift += 7) {
        int b = bytes[at++];
        rest |= (b & 0x7f) << shift;
        if (b >= 0) {
          return (rest >>> 1) ^ -(rest & 1);
        }
      }
    }
  }
}
