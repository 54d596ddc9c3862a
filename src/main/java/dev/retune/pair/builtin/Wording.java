package dev.retune.pair.builtin;

import java.util.Map;
import java.util.regex.Pattern;

/// Other words for common ones, so that a question is not merely its answer turned round. Which
/// words and which of several templates are taken depends on the text alone.
final class Wording {
  private static final Map<String, String> SYNONYMS =
      Map.ofEntries(
          Map.entry("replaced", "changed"),
          Map.entry("checked", "inspected"),
          Map.entry("inspected", "checked"),
          Map.entry("installed", "fitted"),
          Map.entry("fitted", "installed"),
          Map.entry("commenced", "started"),
          Map.entry("commence", "start"),
          Map.entry("terminated", "ended"),
          Map.entry("terminate", "end"),
          Map.entry("approximately", "about"),
          Map.entry("prior to", "before"),
          Map.entry("subsequent to", "after"),
          Map.entry("in order to", "to"),
          Map.entry("maximum", "highest permitted"),
          Map.entry("minimum", "lowest permitted"),
          Map.entry("sufficient", "enough"),
          Map.entry("assist", "help"),
          Map.entry("substantially", "largely"),
          Map.entry("primarily", "mainly"),
          Map.entry("adversely affected", "harmed"),
          Map.entry("adversely affect", "harm"),
          Map.entry("adversely impacted", "harmed"),
          Map.entry("adversely impact", "harm"),
          Map.entry("performed", "done"),
          Map.entry("carried out", "done"),
          Map.entry("immediately", "at once"),
          Map.entry("malfunctions", "fails"),
          Map.entry("personnel", "staff"),
          Map.entry("incorrect", "wrong"),
          Map.entry("depressed", "pressed"));
  private static final Pattern WORDS =
      Pattern.compile(
          "\\b(?:"
              + String.join(
                  "|",
                  SYNONYMS.keySet().stream().sorted((a, b) -> b.length() - a.length()).toList())
              + ")\\b");

  private Wording() {}

  /// One of several templates, chosen by the text it will be used with.
  static String pick(String by, String... templates) {
    return templates[Math.floorMod(by.hashCode() * 31 + by.length(), templates.length)];
  }

  /// Replaces some words by others of the same meaning and form.
  static String vary(String text) {
    return WORDS
        .matcher(text)
        .replaceAll(match -> SYNONYMS.getOrDefault(match.group(), match.group()));
  }
}
