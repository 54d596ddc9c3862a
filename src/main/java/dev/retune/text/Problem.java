package dev.retune.text;

import java.util.Locale;

/// Something that went wrong, in words a person can act on.
///
/// @param code stable, for search and support: package and key, such as `document.truncated`
/// @param cause what happened, naming the file, line or page
/// @param remedy what to do next
public record Problem(String code, Text cause, Text remedy) {

  /// The problem whose sentences stand under `key.cause` and `key.remedy` in the bundle of
  /// `owner`'s package. Both receive all arguments.
  public static Problem of(Class<?> owner, String key, Object... args) {
    var name = owner.getPackageName();
    return new Problem(
        name.substring(name.lastIndexOf('.') + 1) + "." + key,
        Text.of(owner, key + ".cause", args),
        Text.of(owner, key + ".remedy", args));
  }

  /// This problem as an exception.
  public ProblemException exception() {
    return new ProblemException(this, null);
  }

  /// This problem as an exception with what caused it, for the log.
  public ProblemException exception(Throwable cause) {
    return new ProblemException(this, cause);
  }

  /// Cause and remedy, one behind the other.
  public String in(Locale locale) {
    return cause.in(locale) + " " + remedy.in(locale);
  }

  /// Cause and remedy in English.
  @Override
  public String toString() {
    return in(Locale.ENGLISH);
  }
}
