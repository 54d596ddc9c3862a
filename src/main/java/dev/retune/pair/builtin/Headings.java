package dev.retune.pair.builtin;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Questions for what a heading promises, where the passage keeps it: "How do you replace the shaft
/// seal?" over a list of steps.
final class Headings {
  private static final Pattern NUMBERING =
      Pattern.compile("^(?:\\d+(?:\\.\\d+)*\\.?|[A-Z]\\.|第[一二三四五六七八九十\\d]+[章节])\\s*");
  private static final Pattern CHINESE_TASK =
      Pattern.compile(
          "^(?:(更换|拆卸|安装|调整|清洗|清洁|检查|润滑|启动|停止|停用|校准|维护|排空|加注|拆装|测量)(.{2,12})|(.{2,12}?)的?(更换|拆卸|安装|调整|清洗|清洁|检查|润滑|启动|停止|停用|校准|维护|排空|加注|拆装|测量))$");

  private Headings() {}

  static void apply(
      List<String> path,
      List<Sentence> sentences,
      boolean chinese,
      Corpus corpus,
      Consumer<Draft> found) {
    if (path.isEmpty() || corpus.sharedHeading(path.getLast())) {
      return;
    }
    var heading = NUMBERING.matcher(path.getLast().strip()).replaceFirst("").strip();
    if (chinese) {
      chinese(heading, sentences, found);
    } else {
      english(heading, sentences, corpus, found);
    }
  }

  private static void english(
      String heading, List<Sentence> sentences, Corpus corpus, Consumer<Draft> found) {
    var words = heading.split(" ", 2);
    var steps =
        sentences.stream()
            .filter(s -> !s.text().equals(heading) && EnglishConditions.imperative(s.text()))
            .toList();
    if (words.length < 2 || steps.size() < 2) {
      return;
    }
    Verbs.ofGerund(words[0].toLowerCase(java.util.Locale.ROOT))
        .ifPresent(verb -> {
          var object = Nouns.lower(words[1], corpus);
          var article =
              object.matches("(?:the|an?|all|any) .*|\\S*[\\p{Lu}\\d].*")
                      || Nouns.plural(List.of(object.split(" ")))
                  ? ""
                  : "the ";
          var question = Wording.pick(heading, "How do you %s %s?", "What are the steps to %s %s?");
          found.accept(
              new Draft(question.formatted(verb, article + object), steps.getFirst().raw(), .95));
        });
  }

  private static void chinese(String heading, List<Sentence> sentences, Consumer<Draft> found) {
    var task = CHINESE_TASK.matcher(heading);
    if (!task.matches() || sentences.size() < 3) {
      return;
    }
    boolean verbFirst = task.group(1) != null;
    var verb = verbFirst ? task.group(1) : task.group(4);
    var object = verbFirst ? task.group(2) : task.group(3);
    var question = Wording.pick(heading, "怎样%s%s？", "%s%s的步骤是什么？", "如何%s%s？");
    var answer = sentences.stream().filter(s -> !s.text().contains(heading)).findFirst();
    answer.ifPresent(
        sentence -> found.accept(new Draft(question.formatted(verb, object), sentence.raw(), .95)));
  }
}
