package dev.retune.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.TestModels;
import dev.retune.encoder.Prompts;
import dev.retune.retrieval.Interval;
import dev.retune.training.general.GeneralLanguage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForgettingTest {

  @Test
  void theSetIsWholeInBothLanguages() {
    for (var language : GeneralLanguage.values()) {
      var set = language.set();
      assertThat(set.corpus()).hasSize(60);
      assertThat(set.queries()).hasSize(120);
      assertThat(set.corpus().values()).doesNotHaveDuplicates();
      assertThat(set.queries().values()).doesNotHaveDuplicates();
      assertThat(set.answerable()).isEqualTo(120);
    }
  }

  /// The Chinese model stands for an English one that has forgotten its English.
  @Test
  void aModelThatKnowsLessThanItsBaseIsFound(@TempDir Path kept) throws IOException {
    var base = TestModels.base(TestModels.ENGLISH);
    var check = new ForgettingCheck(new Prompts("", ""), 42, kept);
    var forgetting = check.run(base, TestModels.base(TestModels.CHINESE));
    assertThat(forgetting.languages()).extracting(Forgetting.InLanguage::language).contains("en");
    var english = forgetting.languages().getFirst();
    assertThat(english.base()).isBetween(.8, .99);
    assertThat(english.forgotten()).isTrue();
    assertThat(forgetting.problems(Method.FULL).getFirst().toString())
        .contains("forgotten general language (en)")
        .contains("alpha 0.7");
    try (var files = Files.list(kept)) {
      assertThat(files).hasSize(2);
    }
    var same = check.run(base, base);
    assertThat(same.problems(Method.FULL)).isEmpty();
    assertThat(same.languages().getFirst().change()).isEqualTo(new Interval(0, 0, 0));
  }

  @Test
  void aSmallOrUncertainDropIsNotForgetting() {
    assertThat(language(new Interval(-.015, -.019, -.011)).forgotten()).isFalse();
    assertThat(language(new Interval(-.05, -.11, .01)).forgotten()).isFalse();
    assertThat(language(new Interval(-.05, -.09, -.01)).forgotten()).isTrue();
  }

  @Test
  void theRemedyFitsTheMethod() {
    var lost = new Forgetting("ndcg@10", List.of(language(new Interval(-.11, -.15, -.07))));
    for (var method : Method.values()) {
      var problem = lost.problems(method).getFirst();
      assertThat(problem.cause().in(Locale.ENGLISH)).contains("0.910").contains("0.800");
      assertThat(problem.remedy().in(Locale.ENGLISH).contains("alpha 0.7"))
          .isEqualTo(!method.adapts());
    }
  }

  private static Forgetting.InLanguage language(Interval change) {
    return new Forgetting.InLanguage("en", 120, .91, .8, change);
  }
}
