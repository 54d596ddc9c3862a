package dev.retune.document.ocr;

import com.ibm.icu.util.ULocale;
import dev.retune.text.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Languages by Tesseract's names, such as `deu` or `chi_tra`.
public final class LanguageNames {
  private static final Pattern NAME = Pattern.compile("[A-Za-z]\\w*");

  /// Where Tesseract's name is not the language's code.
  private static final Map<String, String> TAGS =
      Map.of("chi_sim", "zh-Hans", "chi_tra", "zh-Hant", "frk", "de-Latf");

  private LanguageNames() {}

  /// The name for people, such as "German"; Tesseract's where there is none.
  public static String of(String language, Locale locale) {
    var tag = TAGS.getOrDefault(language, language.replace('_', '-'));
    var known = ULocale.forLanguageTag(tag);
    var name = known.getDisplayNameWithDialect(ULocale.forLocale(locale));
    return name.isEmpty() || name.equals(tag) ? language : name;
  }

  /// Several names joined by `+`, the main one first; none if empty.
  ///
  /// @throws dev.retune.text.ProblemException if one of them is no name
  public static List<String> parse(String joined) {
    if (joined.isBlank()) {
      return List.of();
    }
    var names = Arrays.stream(joined.strip().split("\\+", -1)).map(String::strip).toList();
    for (var name : names) {
      if (!NAME.matcher(name).matches()) {
        throw Problem.of(LanguageNames.class, "name", joined).exception();
      }
    }
    return names.stream().distinct().toList();
  }
}
