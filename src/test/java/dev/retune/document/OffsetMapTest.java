package dev.retune.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class OffsetMapTest {
  /// Pieces that the cleaner changes, mixed with pieces it keeps.
  private static final String[] PIECES = {
    "word",
    "a",
    "  ",
    "\u00a0",
    "\u00ad",
    "ﬁ",
    "ﬃ",
    "汉字",
    "……",
    "........",
    "\ufffd",
    "-",
    "𝒙",
    "\u200b",
    "Ω",
    ". . . . .",
    "\t",
    "\uf0b7"
  };

  @Test
  void aCleanedRangeLiesInTheRawRangeItCameFrom() {
    for (int seed = 0; seed < 300; seed++) {
      check(new Random(seed));
    }
  }

  private static void check(Random random) {
    var raw = new StringBuilder();
    for (int i = random.nextInt(1, 40); i > 0; i--) {
      raw.append(PIECES[random.nextInt(PIECES.length)]);
    }
    var cleaner = new TextCleaner();
    cleaner.line(raw.toString(), 0, raw.length());
    var clean = cleaner.out().toString();
    var map = cleaner.offsets();

    assertThat(map.length()).isEqualTo(clean.length());
    assertThat(OffsetMap.decode(map.encode())).isEqualTo(map).hasSameHashCodeAs(map);
    for (int start = 0; start < clean.length(); start++) {
      for (int end = start + 1; end <= clean.length(); end++) {
        if (inPair(clean, start) || inPair(clean, end)) {
          continue;
        }
        var span = map.toRaw(start, end);
        var again = new TextCleaner();
        again.line(raw.toString(), span.start(), span.end());
        assertThat(again.out().toString()).contains(clean.substring(start, end).strip());
      }
    }
    var all = map.toRaw(0, clean.length());
    assertThat(raw.substring(0, all.start())).doesNotContain("word");
    assertThat(raw.substring(all.end())).doesNotContain("word");
  }

  private static boolean inPair(String text, int at) {
    return at < text.length() && Character.isLowSurrogate(text.charAt(at));
  }

  @Test
  void neighboursGrowIntoOneSegment() {
    var builder = new OffsetMapBuilder();
    for (int i = 0; i < 1000; i++) {
      builder.segment(1, 5 + i, 6 + i);
    }
    assertThat(builder.build().toString()).isEqualTo("OffsetMap[1000 characters, 1 segments]");
    assertThat(builder.build().encode()).hasSizeLessThan(8);
    assertThat(builder.build().toRaw(10, 20)).isEqualTo(new Span(15, 25));
  }

  @Test
  void aLigatureIsOnePlace() {
    var cleaner = new TextCleaner();
    cleaner.line("eﬃcient", 0, 7);
    assertThat(cleaner.out()).hasToString("efficient");
    assertThat(cleaner.offsets().toRaw(2, 3)).isEqualTo(new Span(1, 2));
    assertThat(cleaner.offsets().toRaw(0, 9)).isEqualTo(new Span(0, 7));
  }

  @Test
  void whatIsOutsideIsRefused() {
    var map = OffsetMap.identity(3);
    assertThat(map.toRaw(3, 3)).isEqualTo(new Span(3, 3));
    assertThat(OffsetMap.identity(0).toRaw(0, 0)).isEqualTo(new Span(0, 0));
    assertThatThrownBy(() -> map.toRaw(0, 4)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> map.toRaw(2, 1)).isInstanceOf(IndexOutOfBoundsException.class);
  }
}
