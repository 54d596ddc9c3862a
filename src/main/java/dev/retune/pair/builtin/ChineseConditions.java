package dev.retune.pair.builtin;

import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Questions for conditions, warnings and instructions: "…时应该怎么办", "怎样才能…".
final class ChineseConditions implements Rule {
  private static final Pattern IF =
      Pattern.compile(
          "^(?:如果|如|若|假如|一旦|倘若|万一|当(?!班|天|年|地|时|日|月|前|场))([^，。；：]{4,26}?)(?:的话|时|的时候|的情况下|后|的)?，(?:则|就|应|须|请|便|那么)?(.{3,})");
  private static final Pattern WHEN =
      Pattern.compile("^([^，。；：]{4,24}?)(?:(?<!小)时|的时候|的情况下|之后|以后|后|前|之前)，(.{3,})");
  private static final Pattern AIM = Pattern.compile("^(?:为了|为|要想|要)([^，。；：]{3,20}?)，(.{4,})");
  private static final Pattern DUTY =
      Pattern.compile(
          "^[^，。；]{0,10}?(?:应(?!用|该是)|必须|须|需要|请|不得|禁止|严禁|不要|不可|切勿|不许|不准|不必|不能|要(?=先|用|把|停|立|马|检|更|通|重新|等)|先(?!后|生|进)|别(?!的)).*");
  private static final Pattern EFFECT =
      Pattern.compile(".*(?:会|就|能|则|便|将|容易|影响|加快|变|不再|自动|失去|停止|报警).*");

  /// Orders in manuals often begin with the verb itself.
  private static final Pattern ORDER =
      Pattern.compile(
          "^(?:马上|立刻|用|把|将|查|看|关|开|停|按|拆|装|换|送|请|分[两三四]|等|先|再|到|往(?!往)|涂|敲|拧|调|擦|放|接|加|清|冲|记|报|测|取|松|紧|拔|插|推|拉|打开|转动|试|重新|检查|确认|通知|联系|更换|断开|接通|立即|属|凭|戴|穿|改|合|退|盘车|启动|只许|只能|一律|派|去).*");

  private static final Pattern FORBIDDEN =
      Pattern.compile("^(?:任何人|谁也|绝对|千万|也|都)?(?:严禁|禁止|不得|不许|不准|不要|切勿|不可|绝不|勿|别).*");
  private static final Pattern SUBJECT_FIRST = Pattern.compile("^(?:在|从|对|把|将|经|与|和|于|到|至|直).*");

  @Override
  public void apply(Sentence sentence, Corpus corpus, Consumer<Draft> found) {
    var text = sentence.text().replaceAll("[。！；]$", "");
    var aim = AIM.matcher(text);
    if (aim.matches()
        && DUTY.matcher(aim.group(2)).matches()
        && !aim.group(1).matches("(?:此|了|什么).*")) {
      add(Wording.pick(aim.group(1), "怎样才能%s？", "为了%s应该怎么做？"), aim.group(1), sentence, .95, found);
      return;
    }
    var condition = IF.matcher(text);
    if (condition.matches()) {
      condition(condition.group(1), condition.group(2), "时", sentence, found);
      return;
    }
    var when = WHEN.matcher(text);
    if (when.matches() && !SUBJECT_FIRST.matcher(when.group(1)).matches()) {
      var link = text.substring(when.end(1), when.start(2) - 1);
      condition(when.group(1), when.group(2), link, sentence, found);
    }
  }

  private static void condition(
      String condition, String main, String link, Sentence sentence, Consumer<Draft> found) {
    if (ORDER.matcher(condition).matches()
        || condition.matches("(?:不|没|无|仍|还|再|也|都|就|但|通常|一般|然而|而|所以|近|当年|故事|同).*")
        || condition.matches(".*\\d{4}年.*|.*(?:当时|不久|多年|同日|其).*")) {
      return;
    }
    if (FORBIDDEN.matcher(main).matches()) {
      add(
          Wording.pick(condition, "%s" + link + "不能做什么？", "%s" + link + "有什么禁忌？"),
          condition,
          sentence,
          .95,
          found);
    } else if (DUTY.matcher(main).matches() || ORDER.matcher(main).matches()) {
      add(
          Wording.pick(
              condition, "%s" + link + "应该怎么办？", "%s" + link + "怎么处理？", "%s" + link + "要采取什么措施？"),
          condition,
          sentence,
          .95,
          found);
    } else if ((link.equals("时") || link.equals("后")) && EFFECT.matcher(main).matches()) {
      add(
          Wording.pick(condition, "%s" + link + "会发生什么？", "%s" + link + "会怎么样？"),
          condition,
          sentence,
          .75,
          found);
    }
  }

  private static void add(
      String template, String content, Sentence sentence, double worth, Consumer<Draft> found) {
    var told = content.replace("我们", "公司");
    found.accept(new Draft(template.replace("%s", told), sentence.raw(), worth));
  }
}
