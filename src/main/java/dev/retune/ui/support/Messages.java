package dev.retune.ui.support;

import dev.retune.text.Text;
import java.util.Locale;

/// The sentences of one ui package in one language.
///
/// A change of language rebuilds the screens, so that a string is looked up once.
public final class Messages {
  private final Class<?> owner;
  private final Locale locale;

  private Messages(Class<?> owner, Locale locale) {
    this.owner = owner;
    this.locale = locale;
  }

  /// The bundle `messages` of the package that `owner` belongs to, in `locale`.
  public static Messages of(Class<?> owner, Locale locale) {
    return new Messages(owner, locale);
  }

  /// The sentence under `key`.
  ///
  /// @throws java.util.MissingResourceException if there is no such key
  public String get(String key, Object... args) {
    return Text.of(owner, key, args).in(locale);
  }

  /// The sentence under `key`, still without a language; for task titles.
  public Text text(String key, Object... args) {
    return Text.of(owner, key, args);
  }

  public Locale locale() {
    return locale;
  }
}
