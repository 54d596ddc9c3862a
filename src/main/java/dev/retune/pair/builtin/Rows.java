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
          "^([\\p{L}][\\p{L}\\-/ ()“”\"]{5,60}?)[ :|：.]+((?:[≤≥<>±~≈]\\s?)?[−\\-+]?\\d[\\d,.]*(?:\\s?[–\\-~～]\\s?\\d[\\d,.]*)?)\\s?("
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
              : Wording.pick(text, "What does %s mean?", "What is the meaning of code %s?", "What does the code %s point to?");
      found.accept(new Draft(template.formatted(code.group(1)), sentence.raw(), .95));
    }
    var value = VALUE.matcher(text);
    if (value.find()) {
      label(value.group(1).strip(), sentence, corpus, found);
    }
  }

  private void label(String label, Sentence sentence, Corpus corpus, Consumer<Draft> found) {
    if (chinese) {
      if (label.length() <= 20) {
        var template = Wording.pick(label, "%s是多少？", "%s的数值是多少？");
        found.accept(new Draft(template.formatted(label), sentence.raw(), .8));
      }
      return;
    }
    int words = label.split(" ").length;
    if (words >= 2 && words <= 7 && !label.toLowerCase(Locale.ROOT).matches(".*\\b(?:total|year|and|or|of|is|the|in|to)$")) {
      Nouns.subject(label, corpus)
          .filter(subject -> !subject.startsWith(Nouns.COMPANY))
          .ifPresent(
              subject -> {
                var article = subject.matches("(?:the|an?) .*") ? "" : "the ";
                found.accept(
                    new Draft("What is " + article + Wording.vary(subject) + "?", sentence.raw(), .8));
              });
    }
  }
}
