package dev.retune.ui.support;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a question for a number wants to hear: a power in kilowatts, a time in minutes, any number.
final class AskedNumber {
  private static final String NUMBER = "\\d[\\d.,]*\\s?";

  private static final List<Kind> KINDS =
      List.of(
          kind("power|功率", "[kMG]?W\\b|kVA\\b|hp\\b|千瓦|兆瓦|瓦"),
          kind(
              "(how|what).{0,30}(fast|speed|spin|rpm)|转速|速度|多快",
              "rpm\\b|r/min|m/s|km/h|knots?\\b|revolutions|转|米/秒|公里"),
          kind("\\bhot\\b|\\bcold\\b|\\bwarm\\b|temperature|温度|多热|多冷", "°|℃|K\\b|degrees|度"),
          kind("torque|how tight|扭矩|力矩", "N\\s?[·.]?\\s?m\\b|ft-lb|牛[·]?米"),
          kind("pressure|压力|压强", "[kM]?Pa\\b|m?bar\\b|psi\\b|兆帕|千帕|巴"),
          kind(
              "how (heavy|much does .* weigh)|weight|多重|重量",
              "(kg|g|mg|t|lbs?|tonnes?|tons?)\\b|公斤|千克|克|吨"),
          kind(
              "how (long|often|old|quick|soon|many (seconds|minutes|hours|days|weeks|months|years))"
                  + "|\\bwhen\\b|多久|多长时间|几年|几天|什么时候|何时",
              "(s|sec|seconds?|min|minutes?|h|hours?|days?|weeks?|months?|years?)\\b"
                  + "|[秒分时天周月年]|小时|星期"),
          kind(
              "how (far|high|deep|wide|thick|tall|long)|distance|height|depth|多远|多高|多深|多宽|多厚|多长",
              "([kcm]?m|ft|feet|inch(es)?|in)\\b|米|毫米|厘米|公里"));

  private static final Pattern ANY =
      words(
          "how (much|many|long|often|old|far|high|deep|fast|hot|wide|heavy|tight)|\\bwhen\\b"
              + "|what (power|speed|temperature|torque|pressure|weight|distance|height|depth)"
              + "|多|几[个次天年]|何时|什么时候|(功率|转速|温度|压力|扭矩)是");

  private record Kind(Pattern question, Pattern answer) {}

  private final List<Pattern> exact;

  private AskedNumber(List<Pattern> exact) {
    this.exact = exact;
  }

  /// Empty if `question` asks for no number.
  static Optional<AskedNumber> in(String question) {
    var exact =
        KINDS.stream()
            .filter(kind -> kind.question().matcher(question).find())
            .map(Kind::answer)
            .toList();
    var any = ANY.matcher(question).find();
    return any ? Optional.of(new AskedNumber(exact)) : Optional.empty();
  }

  /// How much it counts that `sentence`, which has words of the question worth `words`, has such a
  /// number: more than any one word if the unit is the one asked for, else less.
  double weight(String sentence, double words) {
    if (exact.stream().anyMatch(answer -> answer.matcher(sentence).find())) {
      return 1.5;
    }
    return words > 0 && sentence.chars().anyMatch(Character::isDigit) ? .4 : 0;
  }

  private static Kind kind(String question, String units) {
    return new Kind(words(question), Pattern.compile(NUMBER + "(" + units + ")"));
  }

  private static Pattern words(String pattern) {
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
  }
}
