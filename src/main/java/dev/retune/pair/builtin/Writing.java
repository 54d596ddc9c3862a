package dev.retune.pair.builtin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Applies all rules of a language to a passage and chooses the best questions.
public final class Writing {
  /// Below this a question is not worth a reviewer's time.
  private static final double ENOUGH = .33;

  /// Questions of the rules for any prose must name something rarer.
  private static final double ENOUGH_OF_PROSE = .35;

  /// A topic of two words cannot reach more than two thirds.
  private static final double ENOUGH_OF_A_TOPIC = .18;

  private final Corpus corpus;
  private final List<Rule> english =
      List.of(
          new EnglishNumbers(),
          new EnglishDefinitions(),
          new EnglishConditions(),
          new EnglishFacts(),
          new Rows(false));
  private final List<Rule> chinese =
      List.of(
          new ChineseNumbers(),
          new ChineseDefinitions(),
          new ChineseConditions(),
          new ChineseFacts(),
          new Rows(true));

  public Writing(Corpus corpus) {
    this.corpus = corpus;
  }

  /// @param taken questions that may not be asked, as they are asked about other passages
  /// @return at most `count` questions, best first
  public List<Draft> write(
      String passage,
      List<String> headings,
      boolean inChinese,
      int count,
      Predicate<String> taken) {
    var drafts = new ArrayList<Draft>();
    var sections = Section.of(Sentences.of(passage), headings);
    for (var section : sections) {
      Headings.apply(section, inChinese, corpus, drafts::add);
      var plain = section.code().isEmpty() ? section.heading() : "";
      var topic = inChinese && section.code().isEmpty() ? topic(section.heading()) : "";
      boolean steps = inChinese && section.heading().matches(".*(?:开机|停机|启动|操作|步骤|程序|安装|拆卸)");
      for (var sentence : section.sentences()) {
        if (corpus.repeated(sentence.text())) {
          continue;
        }
        for (var rule : inChinese ? chinese : english) {
          rule.apply(sentence, corpus, drafts::add);
        }
        if (!inChinese) {
          EnglishManuals.apply(sentence, plain, drafts::add);
        } else {
          ChineseManuals.apply(sentence, topic, steps, drafts::add);
        }
      }
    }
    TableQuestions.apply(passage, inChinese, corpus, drafts::add);
    var chosen = new ArrayList<>(choose(drafts, inChinese, count, ENOUGH, taken));
    if (chosen.isEmpty()) {
      var statements =
          inChinese
              ? ChineseProse.statements(sections, corpus)
              : EnglishProse.statements(sections, corpus);
      chosen.addAll(choose(statements, inChinese, count, ENOUGH_OF_PROSE, taken));
    }
    if (chosen.isEmpty() && count > 0) {
      var topics =
          inChinese ? ChineseProse.topics(sections, corpus) : EnglishProse.topics(sections, corpus);
      chosen.addAll(choose(topics, inChinese, 1, ENOUGH_OF_A_TOPIC, taken));
    }
    return chosen;
  }

  /// What a Chinese heading names, if it is a plain thing.
  private static String topic(String heading) {
    var bare = heading.replaceAll("[（(][^（）()]*[)）]", "").strip();
    boolean thing =
        bare.matches("[\\p{IsHan}\\d号A-Z]{3,12}")
            && !bare.matches(".*(?:开机|停机|运行|限值|概况|情况|故障|记录|名称.*|措施|要求)$");
    return thing ? bare : "";
  }

  private List<Draft> choose(
      List<Draft> drafts, boolean inChinese, int count, double enough, Predicate<String> taken) {
    Set<String> stopWords = inChinese ? ChineseCheck.STOP_TERMS : EnglishCheck.STOP_WORDS;
    var scores = new HashMap<Draft, Double>();
    for (var draft : drafts) {
      var question = draft.question();
      boolean good = inChinese ? ChineseCheck.good(question) : EnglishCheck.good(question);
      double score = draft.worth() * corpus.telling(question, stopWords);
      if (good && score >= enough && !taken.test(question)) {
        scores.putIfAbsent(draft, score);
      }
    }
    return best(scores, count);
  }

  /// Best first, one question a sentence as long as there are sentences.
  private static List<Draft> best(Map<Draft, Double> scores, int count) {
    var order =
        Comparator.comparing((Draft draft) -> -scores.getOrDefault(draft, 0.0))
            .thenComparing(Draft::question);
    var left = new ArrayList<>(scores.keySet());
    left.sort(order);
    var chosen = new ArrayList<Draft>();
    var answers = new HashSet<String>();
    var questions = new HashSet<String>();
    for (var draft : left) {
      if (chosen.size() < count
          && !answers.contains(draft.answer())
          && questions.add(draft.question())) {
        answers.add(draft.answer());
        chosen.add(draft);
      }
    }
    return chosen;
  }
}
