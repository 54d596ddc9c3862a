package dev.retune.pair.builtin;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Questions for what a heading promises, where the passage keeps it: "How do you replace the shaft
/// seal?" over a list of steps, "What should you do about E31?" over a fault.
final class Headings {
  private static final Pattern CHINESE_TASK =
      Pattern.compile(
          "^(?:(更换|拆卸|安装|调整|清洗|清洁|检查|润滑|启动|停止|停用|校准|维护|排空|加注|拆装|测量)(.{2,12})"
              + "|(.{2,12}?)的?(更换|拆卸|安装|调整|清洗|清洁|检查|润滑|启动|停止|停用|校准|维护|排空|加注|拆装|测量|开机|停机|起动|冲洗|送电|大修|保养))$");
  private static final Pattern CARE =
      Pattern.compile(".*(?:每[\\d一二两三四五六七八九十半]*个?(?:天|日|周|月|季|年|班|小时)|更换|换新|检查|查看|不得|不许|须|必须|应).*");
  private static final Pattern ENGLISH_CARE =
      Pattern.compile(
          "(?i).*\\b(?:every|yearly|monthly|weekly|daily|once"
              + " a|change|check|clean|grease|replace|inspect)\\b.*");
  private static final Pattern PLAIN_CHINESE = Pattern.compile("[\\p{IsHan}\\dA-Za-z\\-号]{3,14}");

  private Headings() {}

  static void apply(Section section, boolean chinese, Corpus corpus, Consumer<Draft> found) {
    var heading = section.heading().replaceAll("\\s*[（(][^（）()]*[)）]\\s*$", "").strip();
    if (!section.begins() || heading.isEmpty() || corpus.sharedHeading(heading)) {
      return;
    }
    if (chinese) {
      chinese(heading, section, found);
    } else {
      english(heading, section, corpus, found);
    }
  }

  private static void english(
      String heading, Section section, Corpus corpus, Consumer<Draft> found) {
    var first = section.sentences().getFirst().raw();
    if (!section.code().isEmpty() && section.sentences().size() > 1) {
      var code =
          section.code().matches("[A-Z].*[a-z].*") ? section.code() : "alarm " + section.code();
      var named = code.substring(0, 1).toLowerCase(Locale.ROOT) + code.substring(1);
      var question =
          heading.contains("\"")
              ? "How do you deal with " + named + "?"
              : Wording.pick(
                  heading,
                  "How do you deal with " + named + "?",
                  "What is to be done about the alarm \"" + heading + "\"?");
      found.accept(new Draft(question, first, .95));
      return;
    }
    var words = heading.split(" ", 2);
    var steps =
        section.sentences().stream()
            .filter(s -> s.text().matches(".*[.:;]") && EnglishConditions.imperative(s.text()))
            .toList();
    if (words.length < 2 || steps.size() < 2) {
      return;
    }
    var object = Nouns.lower(words[1], corpus);
    var verb = Verbs.ofGerund(words[0].toLowerCase(Locale.ROOT));
    if (verb.isPresent()) {
      var question = Wording.pick(heading, "How do you %s %s?", "What are the steps to %s %s?");
      var text = question.formatted(verb.get(), article(object) + object);
      found.accept(new Draft(text, steps.getFirst().raw(), .95));
    } else if (section.sentences().stream()
            .filter(s -> ENGLISH_CARE.matcher(s.text()).matches())
            .count()
        >= 2) {
      Nouns.subject(heading, corpus)
          .ifPresent(subject -> {
            var question =
                Wording.pick(
                    heading, "What care does %s need?", "What has to be looked after on %s?");
            var text = question.formatted(article(subject) + subject);
            found.accept(new Draft(text, steps.getFirst().raw(), .8));
          });
    }
  }

  /// Names with capitals or digits and several things take no article.
  private static String article(String object) {
    boolean none =
        object.matches("(?:the|an?|all|any) .*|\\S*[\\p{Lu}\\d].*")
            || Nouns.plural(List.of(object.split(" ")));
    return none ? "" : "the ";
  }

  private static void chinese(String heading, Section section, Consumer<Draft> found) {
    if (section.sentences().size() < 2 || !PLAIN_CHINESE.matcher(heading).matches()) {
      return;
    }
    var first = section.sentences().getFirst().raw();
    var task = CHINESE_TASK.matcher(heading);
    if (!section.code().isEmpty()) {
      var question =
          Wording.pick(
              heading, heading + "怎么办？", "报" + section.code() + "该怎么处理？", heading + "要怎样处理？");
      found.accept(new Draft(question, first, .95));
    } else if (task.matches()) {
      boolean verbFirst = task.group(1) != null;
      var verb = verbFirst ? task.group(1) : task.group(4);
      var object = verbFirst ? task.group(2) : task.group(3);
      var question =
          verb.matches("开机|停机|送电|大修|保养|起动")
              ? Wording.pick(heading, "%2$s怎样%1$s？", "%2$s的%1$s步骤是什么？")
              : Wording.pick(heading, "怎样%s%s？", "%s%s的步骤是什么？", "如何%s%s？");
      found.accept(new Draft(question.formatted(verb, object), first, .95));
    } else if (heading.matches(".*(?:限值|参数|规格)")) {
      found.accept(new Draft(heading.replaceFirst("的?(?=限值|参数|规格)", "的") + "各是多少？", first, .85));
    } else if (heading.matches(".*运行")) {
      found.accept(new Draft(heading + "时要注意什么？", first, .85));
    } else if (heading.matches(".*(?:停电|着火|起火|落水|渗漏|断线|卡住|堵塞|中断|异常|事故|泄漏|报警)")) {
      found.accept(new Draft(heading + "怎么办？", first, .9));
    } else if (section.sentences().stream().filter(s -> CARE.matcher(s.text()).matches()).count()
        >= 2) {
      var question = Wording.pick(heading, "%s要怎样维护？", "%s检修时要注意哪些事？");
      found.accept(new Draft(question.formatted(heading), first, .8));
    }
  }
}
