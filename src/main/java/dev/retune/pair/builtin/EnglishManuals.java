package dev.retune.pair.builtin;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Questions for the orders of a maintenance plan, which leave out what the heading names: "Every
/// month, read the voltage." under "SRS of MB1".
final class EnglishManuals {
  private static final Pattern EVERY =
      Pattern.compile(
          "^(?:Every (?:\\w+ ){0,2}\\w+|Once an? \\w+|Twice an? \\w+|Monthly|Weekly|Daily|Yearly),"
              + " ([a-z](?:[^,.:;]|\\.(?=\\d)){6,60}?)(?:[,:;].*|\\.(?!\\d).*)?$");
  private static final Pattern THING = Pattern.compile("[\\p{L}\\d][\\p{L}\\d \\-]{2,40}");

  private EnglishManuals() {}

  /// @param topic what the heading names, or empty
  static void apply(Sentence sentence, String topic, Consumer<Draft> found) {
    var every = EVERY.matcher(sentence.text());
    if (!every.matches()
        || !THING.matcher(topic).matches()
        || !EnglishConditions.imperative(every.group(1))) {
      return;
    }
    var order = Wording.vary(every.group(1));
    boolean named = order.contains(topic.substring(topic.lastIndexOf(' ') + 1));
    var question =
        named
            ? "How often must you " + order
            : topic.toLowerCase(Locale.ROOT).startsWith("the ")
                ? "How often must you " + order + " for " + topic
                : Wording.pick(
                    topic,
                    "For " + topic + ", how often must you " + order,
                    "How often do you have to " + order + " on " + topic);
    found.accept(new Draft(question + "?", sentence.raw(), .95));
  }
}
