package dev.retune.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retune.TestWorkbench;
import dev.retune.dataset.LlamaIndexFormat;
import dev.retune.dataset.RetrievalSet;
import dev.retune.dataset.Split;
import dev.retune.encoder.Windows;
import dev.retune.pair.Shares;
import dev.retune.pair.SplitMethod;
import dev.retune.pair.SplitOptions;
import dev.retune.task.Progress;
import dev.retune.text.ProblemException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareModelsTest {
  private static final Windows WINDOWS = new Windows(10, 7);

  @TempDir Path folder;
  private ProjectSession session;

  @BeforeEach
  void aProjectWithPairs() {
    var workbench = TestWorkbench.withoutWorkers(folder.resolve("home"));
    session = workbench.create(folder.resolve("plant"), "Plant");
    session
        .model()
        .choose(Path.of("src/test/fixtures/tiny-bert").toAbsolutePath().normalize().toString());
    var corpus = new LinkedHashMap<String, String>();
    var queries = new LinkedHashMap<String, String>();
    var relevant = new LinkedHashMap<String, Map<String, Double>>();
    for (int i = 0; i < 24; i++) {
      corpus.put("p" + i, "the oil seal " + "of the spindle ".repeat(i) + i);
      queries.put("q" + i, "Which spindle is number %d?".formatted(i));
      relevant.put("q" + i, Map.of("p" + i, 1.0));
    }
    var file = folder.resolve("set.json");
    LlamaIndexFormat.write(file, new RetrievalSet(corpus, queries, relevant));
    session.importingPairs().run(file, Progress.none());
  }

  @AfterEach
  void close() {
    session.close();
  }

  private void split(double train, double validation, double test) {
    session
        .review()
        .split(new SplitOptions(SplitMethod.RANDOM, new Shares(train, validation, test), 42, true));
  }

  private OpenComparison open(Scoring scoring) {
    var entry = session.model().entry(Progress.none());
    return session.comparing().open(entry, entry, scoring, Progress.none());
  }

  @Test
  void everyKindIsAskedAndMeasured() {
    split(.5, .25, .25);
    try (var plain = open(Scoring.PLAIN);
        var open = open(new Scoring(WINDOWS, new Scoring.Hybrid(null)))) {
      var question = "Which spindle is number 7?";
      assertThat(open.ask(question, Scoring.Kind.PLAIN)).isEqualTo(plain.ask(question));
      assertThat(open.ask(question)).isEqualTo(open.ask(question, Scoring.Kind.WINDOWS));
      assertThat(open.ask(question).base()).isNotEqualTo(plain.ask(question).base());
      assertThat(open.ask(question, Scoring.Kind.HYBRID).base()).isNotEmpty();
      for (var kind : open.scoring().kinds()) {
        assertThat(open.measure(Split.TEST, kind, Progress.none()).outcomes()).hasSize(6);
      }
      assertThat(open.baseWeight()).isBetween(0.0, 1.0).isEqualTo(open.tunedWeight());
      assertThatThrownBy(() -> plain.ask(question, Scoring.Kind.WINDOWS))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aWeightChosenOnValidationIsNotMeasuredThere() {
    split(.5, .25, .25);
    try (var open = open(new Scoring(null, new Scoring.Hybrid(null)))) {
      assertThatThrownBy(() -> open.measure(Split.VALIDATION, Scoring.Kind.HYBRID, Progress.none()))
          .isInstanceOf(ProblemException.class);
    }
    split(.5, .5, 0);
    assertThatThrownBy(() -> open(new Scoring(null, new Scoring.Hybrid(null))))
        .isInstanceOf(ProblemException.class);
  }
}
