package dev.retune.endpoint;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// How long to wait before trying a request again.
public final class Backoff {
  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private Backoff() {}

  /// What the server asks for, but at most a minute; else half a second, doubled with each attempt.
  ///
  /// @param attempt how often it was tried, from 1
  public static Duration wait(int attempt, Optional<Duration> asked) {
    var wait = asked.orElse(FIRST.multipliedBy(1L << Math.min(attempt - 1, 10)));
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }

  /// Reads a `Retry-After` header: seconds, or a date (RFC 9110, 10.2.3). Empty if it is neither.
  public static Optional<Duration> retryAfter(String header, Clock clock) {
    try {
      return Optional.of(Duration.ofMillis(Math.round(Double.parseDouble(header) * 1000)))
          .filter(wait -> !wait.isNegative());
    } catch (NumberFormatException _) {
      // Then it may be a date.
    }
    try {
      var until = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      var wait = Duration.between(clock.instant(), until);
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
