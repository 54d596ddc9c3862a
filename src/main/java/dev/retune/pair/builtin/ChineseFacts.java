package dev.retune.pair.builtin;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Questions for reasons, purposes, parts, kinds, places and causes.
final class ChineseFacts implements Rule {

  /// A pattern whose first group is what the question is about.
  private record Template(Pattern pattern, double worth, String... questions) {}

  private static final List<Template> TEMPLATES =
      List.of(
          of(
              "^([^，。；：]{2,14}?)(?:主要)?(?:用于|用来|用以|的作用是|的用途是|的功能是|的目的是)[^，。]{3,}",
              .95,
              "%s有什么用途？",
              "%s是用来做什么的？",
              "%s起什么作用？"),
          of("^([^，。；：]{2,14}?)(?:主要)?由[^，。]{2,30}(?:组成|构成)", .95, "%s由哪些部分组成？", "%s包含哪些组成部分？"),
          of("^([^，。；：]{2,14}?)(?:可以|可)?分为[^，。]{2,}", .9, "%s分为哪几类？", "%s有哪几种？"),
          of(
              "^([^，。；：]{2,14}?)(?:位于|设在|安装在|装在|存放在|坐落于|布置在|放在)(?!额定|\\d)[^，。]{2,}",
              .95,
              "%s在什么位置？",
              "%s在哪里？"),
          of("^([^，。；：]{2,16}?)(?:的|主要|常见)*原因(?:是|有|包括|在于)", .95, "%s的原因是什么？", "为什么会出现%s？"),
          of(
              "(?:会|可能|将|容易)?(?:导致|造成|引起|引发)了?([^，。；：会可将]{3,14}?)(?:[，。；]|$)",
              .85,
              "什么会导致%s？",
              "%s是怎么引起的？"),
          of("^([^，。；：]{2,14}?)由([^，。；：]{2,14}?)(?:负责|承担|执行|批准)", .9, "%s由谁负责？"),
          of("^([^，。；：]{2,14}?)(?:毕业于|就读于)[^，。]{3,}", .9, "%s毕业于哪里？"),
          of("^([^，。；：]{2,14}?)(?:可以|能够|能)?(?:防止|避免)[^，。]{3,}", .8, "%s能防止什么？"));
  private static final Pattern DOES =
      Pattern.compile(
          "^([^，。；：的]{2,12}?)(?:负责|用来|可以|能)?((?:堵住|托住|托起|驱动|带动|测量|监测|供给|抽走|抽出|隔开|挡住|拦住|稳住|锁住|顶起|压住|切断)(?!系统|装置|器|柜|阀|屏|了)[^，。；：]{3,18}?)(?:[，。；]|$)");
  private static final Pattern BECAUSE =
      Pattern.compile("^(?:由于|因为|因)([^。；]{3,40}?)，(?:所以|因此|故|因而)?([^，。；：]{5,24})(?:[，。；]|$)");
  private static final Pattern LEADING_REASON = Pattern.compile("^([^，。；：]{5,26})，(?:这)?(?:是)?因为");

  private static Template of(String pattern, double worth, String... questions) {
    return new Template(Pattern.compile(pattern), worth, questions);
  }

  @Override
  public void apply(Sentence sentence, Corpus corpus, Consumer<Draft> found) {
    var text = sentence.text();
    for (var template : TEMPLATES) {
      var match = template.pattern().matcher(text);
      if (match.find()) {
        ChineseTerms.subject(match.group(1))
            .ifPresent(term ->
                found.accept(
                    new Draft(
                        Wording.pick(term, template.questions()).formatted(term),
                        sentence.raw(),
                        template.worth())));
      }
    }
    var does = DOES.matcher(text);
    if (does.find() && ChineseTerms.subject(does.group(1)).isPresent()) {
      var template = Wording.pick(text, "什么%s？", "靠什么%s？", "哪个部件%s？");
      found.accept(new Draft(template.formatted(does.group(2)), sentence.raw(), .85));
    }
    var because = BECAUSE.matcher(text);
    if (because.find()) {
      why(because.group(2), sentence, found);
    }
    var reason = LEADING_REASON.matcher(text);
    if (reason.find()) {
      why(reason.group(1), sentence, found);
    }
  }

  private static void why(String fact, Sentence sentence, Consumer<Draft> found) {
    var told = fact.replaceFirst("^(?:而|就|便|也|因此|所以|故)", "").replaceFirst("^使得?", "");
    if (told.matches("(?:\\d|有|得|尝|早|被|使|让|从|在|故|并|于|以|又|只|才|更|尚).*")) {
      return;
    }
    found.accept(new Draft("为什么" + told + "？", sentence.raw(), .85));
  }
}
