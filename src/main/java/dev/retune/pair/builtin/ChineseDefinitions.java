package dev.retune.pair.builtin;

import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Questions for what a word means: "什么是…", "…指的是什么".
final class ChineseDefinitions implements Rule {
  private static final Pattern MEANS =
      Pattern.compile("^(?:所谓)?([^，。；：]{2,16}?)(?:，)?(?:是指|指的是|即是指|的意思是|的定义是|的定义为|系指)[^，。]{3,}");
  private static final Pattern CALLED =
      Pattern.compile(
          "(?:称为|称作|叫做|叫作|俗称|简称为?|别称|又称|又名|也叫|人称)(?:为|叫|作|“|「|『|\")*([\\p{IsHan}A-Za-z0-9\\-]{2,10}?)(?:”|」|\"|。|，|；|$)");
  private static final Pattern IS_A =
      Pattern.compile(
          "^([^，。；：的]{2,12}?)(?:（[^）]*）)?，?(?<!主要|特别|尤其|一直|首次|[都不但还也或就])是(?:一种|一个|一类|一台|一套|一座|一家|一项|用来|用于|指|位于|由|[^，。]{0,14}的)[^，。]{2,}");

  @Override
  public void apply(Sentence sentence, Corpus corpus, Consumer<Draft> found) {
    var text = sentence.text();
    if (sentence.line()) {
      return;
    }
    term(MEANS, text, sentence, 1, found);
    term(IS_A, text, sentence, .8, found);
    var called = CALLED.matcher(text);
    if (called.find()) {
      ChineseTerms.subject(called.group(1))
          .ifPresent(term ->
              found.accept(
                  new Draft(
                      Wording.pick(term, "%s指的是什么？", "什么叫做%s？", "%s是什么意思？").formatted(term),
                      sentence.raw(),
                      .95)));
    }
  }

  private static void term(
      Pattern pattern, String text, Sentence sentence, double worth, Consumer<Draft> found) {
    var match = pattern.matcher(text);
    if (match.find()) {
      ChineseTerms.subject(match.group(1))
          .ifPresent(term ->
              found.accept(
                  new Draft(
                      Wording.pick(term, "什么是%s？", "%s指的是什么？", "%s是什么？").formatted(term),
                      sentence.raw(),
                      worth)));
    }
  }
}
