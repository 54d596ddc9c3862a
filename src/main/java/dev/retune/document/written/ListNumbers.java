package dev.retune.document.written;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/// Counts the numbered headings and lists of a Word file, which keeps how they are numbered but not
/// their numbers (ECMA-376, part 1, 17.9).
final class ListNumbers {
  private static final int LEVELS = 9;
  private static final Pattern PLACE = Pattern.compile("%([1-9])");

  /// @param digits whether the levels above are shown in digits, whatever their own format
  private record Level(String format, String text, int start, boolean digits) {}

  private record Numbering(String abstractId, Map<Integer, Integer> starts) {}

  private final Map<String, Map<Integer, Level>> levels = new HashMap<>();
  private final Map<String, Numbering> numberings = new HashMap<>();

  /// By abstract numbering, which several numberings go on counting.
  private final Map<String, @Nullable Integer[]> counts = new HashMap<>();

  private final Map<String, Boolean> begun = new HashMap<>();

  ListNumbers(Optional<Element> part) {
    part.ifPresent(root -> {
      Xml.children(root, "abstractNum").forEach(this::add);
      Xml.children(root, "num").forEach(this::addNumbering);
    });
  }

  private void add(Element numbering) {
    var byLevel = new HashMap<Integer, Level>();
    for (var level : Xml.children(numbering, "lvl")) {
      byLevel.put(
          Xml.number(level, "ilvl", 0),
          new Level(
              value(level, "numFmt").orElse("decimal"),
              value(level, "lvlText").orElse(""),
              value(level, "start").map(ListNumbers::number).orElse(1),
              Xml.at(level, "isLgl").isPresent()));
    }
    levels.put(Xml.attribute(numbering, "abstractNumId"), byLevel);
  }

  private void addNumbering(Element numbering) {
    var starts = new HashMap<Integer, Integer>();
    for (var override : Xml.children(numbering, "lvlOverride")) {
      value(override, "startOverride")
          .ifPresent(start -> starts.put(Xml.number(override, "ilvl", 0), number(start)));
    }
    value(numbering, "abstractNumId")
        .ifPresent(
            id -> numberings.put(Xml.attribute(numbering, "numId"), new Numbering(id, starts)));
  }

  private static Optional<String> value(Element parent, String name) {
    return Xml.at(parent, name).map(element -> Xml.attribute(element, "val"));
  }

  private static int number(String text) {
    return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 1;
  }

  /// What stands before the next paragraph of a list: its number, a dash for a bullet, or nothing.
  ///
  /// @param place the paragraph's `numPr`
  String next(Element place) {
    var id = value(place, "numId").orElse("");
    int depth = Math.clamp(value(place, "ilvl").map(ListNumbers::number).orElse(0), 0, LEVELS - 1);
    var numbering = numberings.get(id);
    if (numbering == null) {
      return "";
    }
    var own = levels.getOrDefault(numbering.abstractId(), Map.of());
    var level = own.get(depth);
    if (level == null || level.format().equals("none")) {
      return "";
    }
    if (level.format().equals("bullet")) {
      return "-";
    }
    var count = count(id, numbering, own, depth);
    return PLACE
        .matcher(level.text())
        .replaceAll(match -> {
          int at = Integer.parseInt(match.group(1)) - 1;
          var shown = own.get(at);
          var number = count[at];
          return shown == null || number == null
              ? ""
              : written(number, level.digits() ? "decimal" : shown.format());
        })
        .strip();
  }

  private @Nullable Integer[] count(
      String id, Numbering numbering, Map<Integer, Level> own, int depth) {
    var count = counts.computeIfAbsent(numbering.abstractId(), _ -> new @Nullable Integer[LEVELS]);
    if (!begun.containsKey(id)) {
      begun.put(id, true);
      numbering.starts().keySet().forEach(level -> count[Math.clamp(level, 0, LEVELS - 1)] = null);
    }
    for (int i = 0; i <= depth; i++) {
      var before = count[i];
      int start = numbering.starts().getOrDefault(i, own.containsKey(i) ? own.get(i).start() : 1);
      if (before == null) {
        count[i] = start;
      } else if (i == depth) {
        count[i] = before + 1;
      }
    }
    for (int i = depth + 1; i < LEVELS; i++) {
      count[i] = null;
    }
    return count;
  }

  /// The common formats; what is left is written in digits.
  private static String written(int number, String format) {
    return switch (format) {
      case "lowerLetter" -> letters(number).toLowerCase(Locale.ROOT);
      case "upperLetter" -> letters(number);
      case "lowerRoman" -> roman(number).toLowerCase(Locale.ROOT);
      case "upperRoman" -> roman(number);
      case "decimalZero" -> number < 10 ? "0" + number : Integer.toString(number);
      case "chineseCounting", "chineseCountingThousand", "ideographDigital", "japaneseCounting" ->
          chinese(number);
      default -> Integer.toString(number);
    };
  }

  /// A to Z, then AA, BB.
  private static String letters(int number) {
    return number < 1 || number > 26 * 10
        ? Integer.toString(number)
        : Character.toString('A' + (number - 1) % 26).repeat((number - 1) / 26 + 1);
  }

  private static String roman(int number) {
    return number < 1 || number > 3999
        ? Integer.toString(number)
        : com.ibm.icu.text.NumberFormat.getInstance(
                com.ibm.icu.util.ULocale.forLanguageTag("en-u-nu-roman"))
            .format(number);
  }

  private static String chinese(int number) {
    return com.ibm.icu.text.NumberFormat.getInstance(
            com.ibm.icu.util.ULocale.forLanguageTag("zh-u-nu-hans"))
        .format(number);
  }
}
