package dev.retune.pair.builtin;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Questions for rows of tables: a fault code and its meaning, a label and its value.
final class Rows implements Rule {
  private static final Pattern CODE =
      Pattern.compile("^([A-Z]{1,3}[\\-–]?\\d{1,4}[A-Z]?)[ :|：]+(\\p{L}.{8,})$");
  private static final Pattern VALUE =
      Pattern.compile(
          "^([\\p{L}][\\p{L}\\-/ ()“”\"]{5,60}?)["
              + " :|：.]+((?:[≤≥<>±~≈]\\s?)?[−\\-+]?\\d[\\d,.]*(?:\\s?[–\\-~～]\\s?\\d[\\d,.]*)?)\\s?("
              + Quantity.anyUnit()
              + ")(?![\\p{L}\\d])");
  private final boolean chinese;

  Rows(boolean chinese) {
    this.chinese = chinese;
  }

  @Override
  public void apply(Sentence sentence, Corpus corpus, Consumer<Draft> found) {
    var text = sentence.text();
    if (!sentence.line() || text.endsWith(".") || text.length() > 160) {
      return;
    }
    var code = CODE.matcher(text);
    if (code.matches()) {
      var template =
          chinese
              ? Wording.pick(text, "代码%s表示什么？", "出现%s是什么意思？", "%s代表什么情况？")
              : Wording.pick(
                  text,
                  "What does %s mean?",
                  "What is the meaning of code %s?",
                  "What does the code %s point to?");
      found.accept(new Draft(template.formatted(code.group(1)), sentence.raw(), .95));
    }
    var value = VALUE.matcher(text);
    boolean shares = text.chars().filter(c -> c == '%').count() > 1;
    if (value.find() && !shares) {
      label(value.group(1).strip(), value.group(3), sentence, corpus, found);
    }
  }

  private void label(
      String label, String unit, Sentence sentence, Corpus corpus, Consumer<Draft> found) {
    var quantity = Quantity.of(unit);
    if (chinese) {
      if (label.length() <= 20) {
        var measured = quantity.map(Quantity::chinese).orElse("");
        var named = label.matches(".*[温压力量速流率度距高长宽厚径数重时期]$");
        var template = named ? "%s是多少？" : "%s的" + measured + "是多少？";
        found.accept(new Draft(template.formatted(label), sentence.raw(), .8));
      }
      return;
    }
    int words = label.split(" ").length;
    if (words >= 2
        && words <= 7
        && !label.toLowerCase(Locale.ROOT).matches(".*\\b(?:total|year|and|or|of|is|the|in|to)$")) {
      var second = label.split(" ")[1];
      var told =
          Character.isLowerCase(second.charAt(0)) && label.matches("\\p{Lu}\\p{Ll}+ .*")
              ? label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1)
              : label;
      Nouns.subject(told, corpus)
          .filter(subject -> !subject.startsWith(Nouns.COMPANY))
          .ifPresent(subject -> {
            var article = subject.matches("(?:the|an?) .*") ? "" : "the ";
            var named = article + Wording.vary(subject);
            var measured =
                quantity.map(Quantity::english).orElse("value").replace("time", "period");
            var question =
                subject.contains(measured)
                        || subject.matches(
                            ".*(?:level|height|length|width|time|size|rate|clearance|gap|play|depth|mass|capacity|diameter)")
                    ? "What is " + named + "?"
                    : "Which " + measured + " applies to " + named + "?";
            found.accept(new Draft(question, sentence.raw(), .8));
          });
    }
  }
}
