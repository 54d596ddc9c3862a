package dev.retune.document;

import java.util.Arrays;

/// Collects an [OffsetMap] while a cleaned text is written.
final class OffsetMapBuilder {
  private int[] clean = new int[16];
  private int[] rawStart = new int[16];
  private int[] rawEnd = new int[16];
  private int segments;
  private int length;

  /// The next cleaned characters came from this raw range.
  void segment(int cleanLength, int from, int to) {
    if (cleanLength == 0) {
      return;
    }
    if (extendsLast(cleanLength, from, to)) {
      rawEnd[segments - 1] = to;
      length += cleanLength;
      return;
    }
    if (segments == clean.length) {
      clean = Arrays.copyOf(clean, 2 * segments);
      rawStart = Arrays.copyOf(rawStart, 2 * segments);
      rawEnd = Arrays.copyOf(rawEnd, 2 * segments);
    }
    clean[segments] = length;
    rawStart[segments] = from;
    rawEnd[segments] = to;
    segments++;
    length += cleanLength;
  }

  /// Forgets the last cleaned character, which came from one raw character.
  void shorten() {
    int last = segments - 1;
    length--;
    if (length == clean[last]) {
      segments--;
    } else {
      rawEnd[last]--;
    }
  }

  private boolean extendsLast(int cleanLength, int from, int to) {
    if (segments == 0 || cleanLength != to - from) {
      return false;
    }
    int last = segments - 1;
    return rawEnd[last] == from && length - clean[last] == rawEnd[last] - rawStart[last];
  }

  OffsetMap build() {
    return new OffsetMap(
        Arrays.copyOf(clean, segments),
        Arrays.copyOf(rawStart, segments),
        Arrays.copyOf(rawEnd, segments),
        length);
  }
}
