package dev.retune.document;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/// Where each character of a cleaned text stood in the raw text.
///
/// Kept as segments in the order of the cleaned text; cells of tables may stand in another order in
/// the raw text, and twice. A segment whose cleaned and raw lengths agree maps character to
/// character; any other maps as a whole (a ligature and its letters, a line end and a space; what
/// was added stands at an empty place of the raw text).
public final class OffsetMap {
  private final int[] clean;
  private final int[] rawStart;
  private final int[] rawEnd;
  private final int length;

  OffsetMap(int[] clean, int[] rawStart, int[] rawEnd, int length) {
    this.clean = clean;
    this.rawStart = rawStart;
    this.rawEnd = rawEnd;
    this.length = length;
  }

  /// The map of a text that was not changed.
  public static OffsetMap identity(int length) {
    return length == 0
        ? new OffsetMap(new int[0], new int[0], new int[0], 0)
        : new OffsetMap(new int[] {0}, new int[] {0}, new int[] {length}, length);
  }

  /// Length of the cleaned text.
  public int length() {
    return length;
  }

  /// The smallest raw range that holds everything the cleaned range came from. An empty range maps
  /// to an empty one.
  public Span toRaw(int start, int end) {
    if (start < 0 || end < start || end > length) {
      throw new IndexOutOfBoundsException(start + ".." + end + " of " + length);
    }
    if (start == end) {
      int at = start == length ? endOfRaw() : rawStartOf(start);
      return new Span(at, at);
    }
    int from = Integer.MAX_VALUE;
    int to = -1;
    for (int i = segment(start); i < clean.length && clean[i] < end; i++) {
      if (rawStart[i] < rawEnd[i]) {
        from = Math.min(from, rawStartOf(Math.max(start, clean[i])));
        to = Math.max(to, rawEndOf(Math.min(end, clean[i] + cleanLength(i)) - 1));
      }
    }
    return to < 0 ? new Span(rawStartOf(start), rawStartOf(start)) : new Span(from, to);
  }

  private int endOfRaw() {
    return rawEnd.length == 0 ? 0 : rawEnd[rawEnd.length - 1];
  }

  private int rawStartOf(int at) {
    int i = segment(at);
    return linear(i) ? rawStart[i] + at - clean[i] : rawStart[i];
  }

  private int rawEndOf(int at) {
    int i = segment(at);
    return linear(i) ? rawStart[i] + at - clean[i] + 1 : rawEnd[i];
  }

  private boolean linear(int i) {
    return cleanLength(i) == rawEnd[i] - rawStart[i];
  }

  private int cleanLength(int i) {
    return (i + 1 < clean.length ? clean[i + 1] : length) - clean[i];
  }

  private int segment(int at) {
    int found = Arrays.binarySearch(clean, at);
    return found >= 0 ? found : -found - 2;
  }

  /// The map after a replacement in the cleaned text: what came instead maps as a whole to where
  /// what went had stood.
  OffsetMap edited(TextEdit edit) {
    var builder = new OffsetMapBuilder();
    if (length == 0) {
      // Nothing is left that could tell where it stood.
      builder.segment(edit.replacement().length(), 0, 0);
      return builder.build();
    }
    int from = edit.start();
    int to = edit.end();
    if (from == to) {
      // Something put in stands with its neighbour.
      from = Math.max(0, from - 1);
      to = from + 1;
    }
    int first = segment(from);
    int last = segment(to - 1);
    // A segment that maps as a whole cannot be divided.
    int start = linear(first) ? from : clean[first];
    int end = linear(last) ? to : clean[last] + cleanLength(last);
    for (int i = 0; i < first; i++) {
      builder.segment(cleanLength(i), rawStart[i], rawEnd[i]);
    }
    builder.segment(start - clean[first], rawStart[first], rawStart[first] + start - clean[first]);
    int grown = edit.replacement().length() - (edit.end() - edit.start());
    // The cells of a table may stand in another order than they are read in.
    int rawFrom = rawStartOf(start);
    int rawTo = rawEndOf(end - 1);
    for (int i = first + 1; i <= last; i++) {
      rawFrom = Math.min(rawFrom, rawStart[i]);
      rawTo = Math.max(rawTo, rawEnd[i - 1]);
    }
    builder.segment(end - start + grown, rawFrom, rawTo);
    int rest = clean[last] + cleanLength(last) - end;
    builder.segment(rest, rawEnd[last] - rest, rawEnd[last]);
    for (int i = last + 1; i < clean.length; i++) {
      builder.segment(cleanLength(i), rawStart[i], rawEnd[i]);
    }
    return builder.build();
  }

  /// This map as bytes, for the store: for each segment the cleaned length, the raw gap before it
  /// and the raw length, as variable-length numbers; a gap backwards takes five bytes.
  byte[] encode() {
    var out = new ByteArrayOutputStream();
    for (int i = 0; i < clean.length; i++) {
      writeNumber(out, cleanLength(i));
      writeNumber(out, rawStart[i] - (i == 0 ? 0 : rawEnd[i - 1]));
      writeNumber(out, rawEnd[i] - rawStart[i]);
    }
    return out.toByteArray();
  }

  static OffsetMap decode(byte[] bytes) {
    var builder = new OffsetMapBuilder();
    int raw = 0;
    int[] at = {0};
    while (at[0] < bytes.length) {
      int cleanLength = readNumber(bytes, at);
      raw += readNumber(bytes, at);
      int rawLength = readNumber(bytes, at);
      builder.segment(cleanLength, raw, raw + rawLength);
      raw += rawLength;
    }
    return builder.build();
  }

  private static void writeNumber(ByteArrayOutputStream out, int number) {
    int rest = number;
    while ((rest & ~0x7f) != 0) {
      out.write((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }

  private static int readNumber(byte[] bytes, int[] at) {
    int number = 0;
    for (int shift = 0; ; shift += 7) {
      int b = bytes[at[0]++];
      number |= (b & 0x7f) << shift;
      if (b >= 0) {
        return number;
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OffsetMap map
        && length == map.length
        && Arrays.equals(clean, map.clean)
        && Arrays.equals(rawStart, map.rawStart)
        && Arrays.equals(rawEnd, map.rawEnd);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(clean) + Arrays.hashCode(rawStart);
  }

  @Override
  public String toString() {
    return "OffsetMap[" + length + " characters, " + clean.length + " segments]";
  }
}
