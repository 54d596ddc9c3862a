package dev.retune.ui.support;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/// Numbers, times and sizes as people of a language write them.
///
/// @param locale the language
/// @param zone where "today" is
public record Formats(Locale locale, ZoneId zone) {

  /// A share as in a sentence: .4286 is "43 %".
  public String percent(double share) {
    var format = NumberFormat.getPercentInstance(locale);
    format.setMaximumFractionDigits(0);
    return format.format(share);
  }

  /// A metric as in a table: four decimals, the leading zero kept.
  public String score(double value) {
    return String.format(locale, "%.4f", value);
  }

  /// A difference with its sign: "+0.0957", "−0.0121", "±0.0000".
  public String delta(double value) {
    var sign = Math.abs(value) < 0.00005 ? "±" : value < 0 ? "−" : "+";
    return sign + String.format(locale, "%.4f", Math.abs(value));
  }

  /// A whole number, grouped.
  public String count(long value) {
    return NumberFormat.getIntegerInstance(locale).format(value);
  }

  /// A length of time in words: "20 s", "6 min", "2 h 10 min".
  public String duration(Duration duration) {
    var seconds = Math.max(1, duration.toSeconds());
    var messages = Messages.of(Formats.class, locale);
    if (seconds < 90) {
      return messages.get("duration.seconds", seconds < 20 ? seconds : (seconds + 5) / 10 * 10);
    }
    var minutes = (seconds + 30) / 60;
    if (minutes < 90) {
      return messages.get("duration.minutes", minutes);
    }
    return minutes % 60 == 0
        ? messages.get("duration.hours", minutes / 60)
        : messages.get("duration.hours.minutes", minutes / 60, minutes % 60);
  }

  /// What is left: "about 6 min left".
  public String remaining(Duration duration) {
    return Messages.of(Formats.class, locale).get("duration.left", duration(duration));
  }

  /// A size: "133 MB".
  public String bytes(long bytes) {
    if (bytes < 1_000) {
      return bytes + " B";
    }
    var value = bytes / 1_000.0;
    for (var unit : new String[] {"kB", "MB"}) {
      if (value < 1_000) {
        return String.format(locale, value < 10 ? "%.1f %s" : "%.0f %s", value, unit);
      }
      value /= 1_000;
    }
    return String.format(locale, value < 10 ? "%.1f GB" : "%.0f GB", value);
  }

  /// Hours and minutes: "10:42".
  public String time(Instant instant) {
    return DateTimeFormatter.ofPattern("HH:mm", locale).format(instant.atZone(zone));
  }

  /// The day, or the time when `instant` is on `today`.
  public String when(Instant instant, LocalDate today) {
    var at = instant.atZone(zone);
    return at.toLocalDate().equals(today)
        ? time(instant)
        : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(at);
  }
}
