package dev.retune.ui.pairs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// How fast a person decides, to say how long the rest will take.
final class ReviewPace {
  private static final int REMEMBERED = 20;
  private static final Duration PAUSE = Duration.ofMinutes(2);
  private static final Duration USUAL = Duration.ofSeconds(8);

  private final Deque<Duration> gaps = new ArrayDeque<>();
  private @Nullable Instant last;

  /// A pair was decided; a gap longer than a pause is not counted.
  void decided(Instant now) {
    if (last != null) {
      var gap = Duration.between(last, now);
      if (!gap.isNegative() && gap.compareTo(PAUSE) < 0) {
        gaps.addLast(gap);
        if (gaps.size() > REMEMBERED) {
          gaps.removeFirst();
        }
      }
    }
    last = now;
  }

  /// How long `pairs` decisions will take; a usual pace is assumed until there are five.
  Duration forPairs(int pairs) {
    var sum = gaps.stream().reduce(Duration.ZERO, Duration::plus);
    var each = gaps.size() < 5 ? USUAL : sum.dividedBy(gaps.size());
    return each.multipliedBy(pairs);
  }
}
