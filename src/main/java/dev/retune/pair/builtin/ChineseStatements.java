package dev.retune.pair.builtin;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Questions for what any Chinese statement says, where no rule for a special kind of sentence
/// fits: for its object, its place, its date or its measure.
final class ChineseStatements {

  /// Verbs and what follows the subject in the question; `%s` stands for the verb.
  private record Asked(Pattern verb, String question) {}

  private static final String MAYBE =
      "(?:主要|还|也|均|都|已经|已|曾经|曾|共|现|则|又|一直|通常|一般|可以|能够|可|能|会|将|应当|必须|应|须)?";

  private static final List<Asked> VERBS =
      List.of(
          asked("原产于|产于|分布于|分布在|流经|坐落在|坐落于|起源于|发源于|总部设在|总部位于|注入|迁往|迁至|通往", "%s哪里？"),
          asked("来自|源自|源于|出自|取材自|改编自|命名自", "%s什么？"),
          asked("担任过?|出任|就任|升任", "%s什么职务？"),
          asked(
              "获得了?|取得了?|荣获|赢得了?|夺得了?|推出了?|发行了|发表了|出版了|创办了?|创立了?|提出了?|发明了?|发现了?|研制了?|制定了?|颁布了?|举办了?|增加了|改变了|形成了|收购了|开发了",
              "%s什么？"),
          asked(
              "包括了?|包含|涵盖|含有|设有|收录了?|具有|拥有|具备|采用了?|使用|利用|运用|提供|属于|隶属于|负责|从事|经营|讲述了?|描述了?|介绍了?|反映了?|规定|要求|禁止|允许|促进|取代了?|需要|依靠|依赖|适用于|有助于|取决于|建基于|针对|强调|主张|象征",
              "%s什么？"));

  private static final Pattern NO_VERB_AFTER = Pattern.compile(".*[的和与等其地不及或之无未没被从在以向对把由使为]$");
  private static final Pattern NO_OBJECT =
      Pattern.compile("^(?:[者员部所性法的中时后前量器权率期品商]|于此|这|那|什么|方面|以来|起|之).*");
  private static final Pattern MEASURE =
      Pattern.compile(
          "^([^，。；：]{2,14}?)?(?:的)?(身高|体重|总面积|面积|总人口|人口|全长|总长|长度|海拔|高度|深度|宽度|直径|票房|销量|产量|总投资|投资额|注册资本|营业收入|净利润|总资产|时速|载客量|片长)(?:大约|约|共|仅|超过|达到?|为|是|近)*\\d");
  private static final Pattern DATE =
      Pattern.compile(
          "^(?:在|于|至|到)?\\d{4}年(?:\\d{1,2}月)?(?:\\d{1,2}日)?，?([^，。；：\\d]{6,20})(?:[，。；]|$)");
  private static final Pattern NO_EVENT =
      Pattern.compile(
          "^(?:作为|[的至起到间代初底末，、前后度之与和以被由在从他她其该此]|年|春|夏|秋|冬|开始|因|为|再|又|才|已|则|时|并|不|共|全|世|第|上半|下半|中旬|上旬|下旬|奥|资料|统计|人口|普查|举行|每|当选).*|.*(?:的|时|后|前|中|是|为|，|在|于|与|和|至|来|等|年)$");

  /// What begins with one of these is told of the topic.
  private static final Pattern VERB_FIRST =
      Pattern.compile(
          "^(?:任|接替|受|调|兼|改任|参与|参加|参选|成为|获|担任|出任|升任|加入|加盟|毕业|晋升|成立|创办|创立|宣布|发行|发表|推出|出版|进入|退役|退休|离开|返回|回到|转会|转投|考入|取得|赢得|夺得|改名|改称|更名|迁|合并|重新|再次|正式|首次|建成|启用|开通|通车|停用|停刊|停播|结束|去世|逝世|病逝|签约|移居|前往|计划|动工|竣工|完工|落成|开工|投入|上市|开业|开幕|改编|被|与|从).*");

  private static final Pattern EVENT =
      Pattern.compile(".*[成任获入出建立开停改迁发推升退离买卖赢败判选创办加毕转签攻占击逝死亡生落竣播映布并参].*");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("^(?:在|于)?(\\d{4}年(?:\\d{1,2}月)?(?:\\d{1,2}日)?)(.+)$");
  private static final Pattern NO_SUBJECT =
      Pattern.compile(
          "^(?:任|绕|接替|原先|早年|曾|再|开战|树下|计划|希望|打算|起|同|依|凭|靠|向|帮助|继续|开始|并).*|.*(?:本公司|集团|人士|方面|之一|可能|开始|不断|其中|而|中|上|下|里|期|初|末|年|起|被|便|内|间|才|再|来|去)|.*[为了%年就便的向].*");

  private ChineseStatements() {}

  private static Asked asked(String verbs, String question) {
    return new Asked(
        Pattern.compile("^([^，。；：]{0,16}?)" + MAYBE + "(" + verbs + ")(?=[^，。；：]{2,})"), question);
  }

  /// @param topic what the passage is about, or empty
  /// @param first whether the sentence is the passage's first, whose clauses all speak of the topic
  static void apply(Sentence sentence, String topic, boolean first, Consumer<Draft> found) {
    var bare = sentence.text().replaceAll("[（(][^（）()]*[)）]", "");
    var clauses = bare.split("[，。；！]");
    for (int i = 0; i < clauses.length; i++) {
      var clause = clauses[i].strip();
      boolean mayLean = first && i > 0;
      for (var verb : VERBS) {
        object(clause, verb, mayLean ? topic : "", sentence, found);
      }
      measure(clause, topic, sentence, found);
    }
    var date = DATE.matcher(bare);
    if (date.find()
        && EVENT.matcher(date.group(1)).matches()
        && !NO_EVENT.matcher(date.group(1)).matches()) {
      boolean leans = VERB_FIRST.matcher(date.group(1)).matches();
      if (!leans || !topic.isEmpty()) {
        var event = leans ? topic + date.group(1) : date.group(1);
        found.accept(new Draft(event + "是什么时候的事？", sentence.raw(), .75));
      }
    }
  }

  private static void object(
      String clause, Asked verb, String topic, Sentence sentence, Consumer<Draft> found) {
    var year = YEAR_FIRST.matcher(clause);
    boolean dated = year.matches();
    var match = verb.verb().matcher(dated ? year.group(2) : clause);
    var told = dated ? year.group(2) : clause;
    if (!match.find()
        || NO_OBJECT.matcher(told.substring(match.end())).matches()
        || NO_VERB_AFTER.matcher(match.group(1)).matches()) {
      return;
    }
    var subject =
        match.group(1).isEmpty() && !topic.isEmpty()
            ? Optional.of(topic)
            : ChineseTerms.subject(match.group(1)).filter(term -> term.length() >= 3);
    subject
        .filter(term -> !NO_SUBJECT.matcher(term).matches())
        .ifPresent(term ->
            found.accept(
                new Draft(
                    term + (dated ? year.group(1) : "") + verb.question().formatted(match.group(2)),
                    sentence.raw(),
                    .8)));
  }

  private static void measure(
      String clause, String topic, Sentence sentence, Consumer<Draft> found) {
    var match = MEASURE.matcher(clause);
    if (!match.find()) {
      return;
    }
    var subject =
        match.group(1) == null
            ? Optional.of(topic).filter(it -> !it.isEmpty())
            : ChineseTerms.subject(match.group(1));
    subject.ifPresent(
        term -> found.accept(new Draft(term + "的" + match.group(2) + "是多少？", sentence.raw(), .85)));
  }
}
