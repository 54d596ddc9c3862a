package dev.retune.pair.builtin;

import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Questions for the terse sentences of Chinese manuals, which leave out what the heading names:
/// "管里结垢，用稀草酸泡" under "1号机冷却支管".
final class ChineseManuals {
  private static final Pattern TROUBLE =
      Pattern.compile(
          "^([^，。；：]{4,14})，(?:就|则|要|应|须|立刻|立即|马上|可)?(?:先看|先查|先停|用|拆|换|松|停(?!留)|查|调|清|冲|更换|检查|拧|擦|加|按|去看|重新|改|退|报|通知|把|敲|送|别|不要|不许|贴|垫|涂).{2,}");
  private static final Pattern SIGN =
      Pattern.compile("^([^，。；：]{4,14})，(?:多半|往往|通常|一般|可能)?(?:就)?(?:是|说明|表示|表明)(?!否|不是)[^，。；]{3,}");
  private static final Pattern NOT_A_STATE =
      Pattern.compile(
          "^(?:简单|总之|总的|事实|换言|每|从|用|把|将|查|看|关|开|按|拆|装|换|先|再|到|往|敲|拧|调|擦|放|接|加|清|记|报|测|取|紧|拔|插|推|拉|转|试|合|退|不|没|无|若|如|当|这|那|它|一|两|三|四|首|其|只|应|须|必|可|也|还|又|第|最|平时|因|由|在|对|为|给|请|等|停稳|提|吊|量|准备|戴|穿|立|超过|低于|高于|建|位|该|始|成|生于|名|号|又名|自|降|升|涨|抛).*|.*(?:是|（|年|于|不许|不得|必须|多半|没事|都|就[换停查]|起步|提到).*|.*(?:的|后|前|时|每年|每月|一次|是|为|即可|机|泵|阀|柜|屏|式|型)$");
  private static final Pattern ATTRIBUTE =
      Pattern.compile(
          "(?:^|[，；])(扬程|流量|转速|功率|容量|直径|重量|电压|电流|间隙|油位|油压|气压|水压|行程|气罐压力|阀盘直径|频率)(?:为|是|约)?(?:每秒|每分钟|每小时)?\\d");
  private static final Pattern OIL = Pattern.compile("(?:装|充|加)(?:着)?[^，。；]{1,10}?油\\d+(?:升|公斤|克)");
  private static final Pattern EVERY_ONE =
      Pattern.compile(
          "^([^，。；：每]{2,12}?)每[\\d一二两三四五六七八九十半]*个?(?:小时|天|日|周|月|季度?|年|班)([换查洗擦提量试加测清排盘])一次([\\p{IsHan}]{0,4}?)(?:[，。；]|$)");
  private static final Pattern EVERY_TOPIC =
      Pattern.compile(
          "^每[\\d一二两三四五六七八九十半]*个?(?:小时|天|日|周|月|季度?|年|班)(?:要|须|应)?((?:化验|清淤|吸尘|试动|看油位|校零|紧固|换新|放电|清洗|加油|打油|对时|排污|试验|校验|测绝缘|盘车|擦拭|检查|更换|倒换)[^，。；]{0,6}?)(?:一次)?(?:[，。；]|$)");
  private static final Pattern PREVENT =
      Pattern.compile("[，](?:以)?(?:防止|避免|免得|以免|以防)([^，。；]{4,16})[。；]?$");
  private static final Pattern NICKNAME =
      Pattern.compile("(?:叫它|管它叫|称它为|叫他|戏称为?|外号|绰号|都叫它|叫作|人称)\\s*[“「]([^”」]{1,6})[”」]");
  private static final Pattern SHORT_FORM =
      Pattern.compile("^([\\p{IsHan}]{2,10}?)简称([A-Z]{2,5})，(由)?.{5,}");

  private ChineseManuals() {}

  /// @param topic what the heading names, or empty
  /// @param steps whether the heading names a procedure, whose steps describe no troubles
  static void apply(Sentence sentence, String topic, boolean steps, Consumer<Draft> found) {
    var text = sentence.text();
    var nickname = NICKNAME.matcher(text);
    if (nickname.find()) {
      var name = "“" + nickname.group(1) + "”";
      var question =
          text.contains("班组")
              ? Wording.pick(name, "%s指的是哪个设备？", "班组说的%s是什么？")
              : Wording.pick(name, "%s指的是什么？", "人们说的%s是指什么？");
      found.accept(new Draft(question.formatted(name), sentence.raw(), 1));
    }
    var shortForm = SHORT_FORM.matcher(text);
    if (shortForm.find()) {
      var question =
          shortForm.group(3) != null
              ? shortForm.group(1) + "由哪些部分组成？"
              : Wording.pick(text, "%s起什么作用？", "%s是做什么用的？").formatted(shortForm.group(1));
      found.accept(new Draft(question, sentence.raw(), 1));
    }
    if (sentence.line() && !text.endsWith("。")) {
      return;
    }
    attributes(sentence, topic, found);
    var every = EVERY_ONE.matcher(text);
    if (every.find()) {
      ChineseTerms.subject(every.group(1))
          .ifPresent(term -> {
            var question =
                "%s多久%s一次%s？".formatted(named(topic, term), every.group(2), every.group(3));
            found.accept(new Draft(question, sentence.raw(), 1));
          });
    }
    var trouble = TROUBLE.matcher(text);
    var sign = SIGN.matcher(text);
    if (sign.find() && state(sign.group(1))) {
      var question = Wording.pick(text, "%s说明什么？", "%s是什么原因？");
      found.accept(new Draft(question.formatted(named(topic, sign.group(1))), sentence.raw(), .9));
    } else if (!steps && trouble.find() && state(trouble.group(1))) {
      var question = Wording.pick(text, "%s怎么办？", "%s该怎么处理？");
      found.accept(
          new Draft(question.formatted(named(topic, trouble.group(1))), sentence.raw(), .9));
    }
    var prevent = PREVENT.matcher(text);
    if (prevent.find()) {
      found.accept(new Draft("怎样防止" + prevent.group(1) + "？", sentence.raw(), .9));
    }
  }

  private static void attributes(Sentence sentence, String topic, Consumer<Draft> found) {
    if (topic.isEmpty()) {
      return;
    }
    var text = sentence.text();
    var attribute = ATTRIBUTE.matcher(text);
    if (attribute.find()) {
      var question = Wording.pick(topic + attribute.group(1), "%s的%s是多少？", "%s的%s有多大？");
      var word = attribute.group(1);
      if (word.equals("油位") || word.equals("频率")) {
        question = "%s的%s是多少？";
      }
      found.accept(new Draft(question.formatted(topic, word), sentence.raw(), .9));
    }
    if (OIL.matcher(text).find()) {
      found.accept(new Draft(topic + "要加多少油？", sentence.raw(), .9));
    }
    var every = EVERY_TOPIC.matcher(text);
    if (every.find()) {
      found.accept(new Draft(topic + "隔多久要" + every.group(1) + "？", sentence.raw(), .95));
    }
  }

  private static boolean state(String text) {
    return !NOT_A_STATE.matcher(text).matches();
  }

  /// Puts the heading's thing before the words unless they name one themselves.
  private static String named(String topic, String text) {
    boolean named =
        topic.isEmpty()
            || text.matches(".*\\d号.*")
            || text.contains(topic.substring(topic.length() - 2));
    return named ? text : topic + text;
  }
}
