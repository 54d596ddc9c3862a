package dev.retune.text;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// A sentence for a person, kept as a key and its arguments until a language is chosen.
///
/// Every package has its own bundle `messages` beside its classes (English in
/// `messages.properties`, Simplified Chinese in `messages_zh_CN.properties`), in the syntax of
/// [MessageFormat]. An argument may itself be a [Text].
///
/// @param bundle base name of the resource bundle
/// @param key key in the bundle
/// @param args arguments of the pattern
public record Text(String bundle, String key, List<Object> args) {

  public Text {
    args = List.copyOf(args);
  }

  /// The text under `key` in the bundle of the package that `owner` belongs to.
  public static Text of(Class<?> owner, String key, Object... args) {
    return new Text(owner.getPackageName() + ".messages", key, List.of(args));
  }

  /// The sentence in `locale`; English where there is no translation.
  ///
  /// @throws java.util.MissingResourceException if the bundle or the key does not exist
  public String in(Locale locale) {
    var resources =
        ResourceBundle.getBundle(
            bundle,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    var resolved =
        args.stream().map(arg -> arg instanceof Text text ? text.in(locale) : arg).toArray();
    return new MessageFormat(resources.getString(key), locale).format(resolved);
  }

  /// The sentence in English.
  @Override
  public String toString() {
    return in(Locale.ENGLISH);
  }
}
