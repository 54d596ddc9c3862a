package dev.retune.pair.builtin;

import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Questions for figures: "…是多少", "…的上限是多少", "多久…一次".
final class ChineseNumbers implements Rule {
  private static final String FIGURE =
      "(?:约|大约|大概|近)?\\s?[−\\-+±]?\\d[\\d,.]*(?:\\s?(?:~|～|至|到|–|-|—)\\s?[−\\-+]?\\d[\\d,.]*)?\\s?(?:万|亿|百万|千)?("
          + Quantity.anyUnit()
          + "|元|人|吨|平方公里|平方米|立方米|毫升|转)(?![\\d/])";
  private static final Pattern IS =
      Pattern.compile("([^，。；：]{2,24}?)(?:是|定为|为|达到|达|等于|设定为|设为|保持在|控制在|应为|约为)" + FIGURE);
  private static final Pattern ABOVE =
      Pattern.compile(
          "([^，。；：]{2,22}?)(?:不得超过|不能超过|不可超过|不应超过|不超过|不得高于|不高于|不得大于|不大于|最高为|最高|最大为|最多为|不得多于|上限为)"
              + FIGURE);
  private static final Pattern BELOW =
      Pattern.compile(
          "([^，。；：]{2,22}?)(?:不得低于|不能低于|不低于|不得小于|不小于|不得少于|不少于|至少为|至少|最低为|下限为)" + FIGURE);
  private static final Pattern EVERY =
      Pattern.compile(
          "([^，。；：]{2,18}?)(?:应|须|必须|需要|需)?(?:每隔?\\s?[\\d一二两三四五六七八九十半]*\\s?(?:个)?(?:运行)?(?:小时|天|日|周|月|季度|年|班|星期|工作小时|运行小时))(?:后)?(?:应|须|必须|需要|需|要)?([^，。；：]{1,8}?)(?:一|两|1|2)次(?![\\p{IsHan}])");
  private static final Pattern EVERY_FIRST =
      Pattern.compile(
          "(?:^|[，；：])每隔?\\s?[\\d一二两三四五六七八九十半]*\\s?(?:个)?(?:运行)?(?:小时|天|日|周|月|季度|年|班|星期|工作小时|运行小时)(?:应|须|必须|需要|需|要)?(更换|检查|清洗|清洁|润滑|校准|排放|加注|测量|测试|维护|试运行)(?:一次)?([^，。；：一]{2,14}?)(?:一次)?(?:[，。；]|$)");
  private static final Pattern TIGHTEN =
      Pattern.compile("([^，。；：]{2,16}?)(?:应|须|必须)?(?:拧紧|紧固|旋紧)(?:到|至|力矩为|扭矩为)\\s?\\d");
  private static final Pattern YEAR =
      Pattern.compile(
          "^([^，。；：]{2,20}?)(?:于|在)\\d{4}年(?:\\d{1,2}月)?(?:\\d{1,2}日)?([\\p{IsHan}]{2,16}?(?<!后|时|前))(?:[，。；]|$)");
  private static final Pattern LASTS =
      Pattern.compile(
          "([^，。；：]{2,20}?)(?:需要|需|持续|历时|大约需要|约需)\\s?"
              + "(?:约|大约)?\\s?\\d[\\d.]*\\s?(?:秒|分钟|小时|个小时|天|周|个月|年|min|h|s)");

  @Override
  public void apply(Sentence sentence, Corpus corpus, Consumer<Draft> found) {
    var text = sentence.text();
    one(ABOVE, text, sentence, .95, found, "%s的上限是多少？", "%s最多允许到多少？");
    one(BELOW, text, sentence, .95, found, "%s的下限是多少？", "%s最少要达到多少？");
    one(TIGHTEN, text, sentence, 1, found, "%s要用多大的力矩拧紧？", "%s的拧紧力矩是多少？");
    one(LASTS, text, sentence, .85, found, "%s要花多长时间？", "%s需要多久？");
    var every = EVERY.matcher(text);
    if (every.find()) {
      var verb = every.group(2);
      ChineseTerms.subject(every.group(1))
          .ifPresent(term ->
              found.accept(
                  new Draft(
                      Wording.pick(term, "%s多久要%s一次？", "%s隔多长时间%s一次？").formatted(term, verb),
                      sentence.raw(),
                      1)));
    }
    var first = EVERY_FIRST.matcher(text);
    if (first.find()) {
      ChineseTerms.subject(first.group(2))
          .ifPresent(term ->
              found.accept(
                  new Draft(
                      Wording.pick(term, "多久需要%s一次%s？", "隔多长时间应当%s%s？")
                          .formatted(first.group(1), term),
                      sentence.raw(),
                      1)));
    }
    var year = YEAR.matcher(text);
    if (year.find()) {
      ChineseTerms.subject(year.group(1))
          .ifPresent(term ->
              found.accept(
                  new Draft(
                      Wording.pick(term, "%s是什么时候%s的？", "%s是在哪一年%s的？")
                          .formatted(term, year.group(2).replaceFirst("的$", "")),
                      sentence.raw(),
                      .9)));
    }
    var is = IS.matcher(text);
    if (is.find() && !ABOVE.matcher(text).find() && !BELOW.matcher(text).find()) {
      var unit = is.group(2);
      ChineseTerms.subject(is.group(1))
          .ifPresent(term -> found.accept(new Draft(amount(term, unit), sentence.raw(), .85)));
    }
  }

  private static String amount(String term, String unit) {
    if (unit.matches("[人名]")) {
      return term + "有多少人？";
    }
    return Wording.pick(term, term + "是多少？", term + "的数值是多少？");
  }

  private static void one(
      Pattern pattern,
      String text,
      Sentence sentence,
      double worth,
      Consumer<Draft> found,
      String... templates) {
    var match = pattern.matcher(text);
    if (match.find()) {
      ChineseTerms.subject(match.group(1))
          .ifPresent(term ->
              found.accept(
                  new Draft(Wording.pick(term, templates).formatted(term), sentence.raw(), worth)));
    }
  }
}
