package dev.retune.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retune.dataset.RetrievalSet;
import dev.retune.dataset.Row;
import dev.retune.dataset.Shape;
import dev.retune.dataset.Split;
import dev.retune.dataset.TrainingData;
import dev.retune.dataset.TripletRow;
import dev.retune.encoder.ModelFolder;
import dev.retune.encoder.PeftFolder;
import dev.retune.encoder.Precision;
import dev.retune.encoder.Prompts;
import dev.retune.encoder.Safetensors;
import dev.retune.encoder.WeightMerge;
import dev.retune.text.ProblemException;
import dev.retune.training.loss.LossParameter;
import dev.retune.training.loss.LossSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Short runs, each with something set differently.
class RunSettingsTest {
  private static final TrainingSettings SETTINGS = TinyRun.SETTINGS.edit().maxSteps(4).build();

  @TempDir Path folder;

  @Test
  void promptsOfTheRunTravelWithTheModel() {
    var run = run(SETTINGS.edit().queryPrompt("find the passage ").passagePrompt("on ").build());
    var tuned = ModelFolder.read(run.modelFolder());
    assertThat(tuned.prompts()).isEqualTo(new Prompts("find the passage ", "on "));
    assertThat(losses(run)).isNotEqualTo(losses(run(SETTINGS)));
  }

  @Test
  void theModelCardSaysWhereItComesFromAndHowItDoes() throws IOException {
    var run = run(SETTINGS);
    assertThat(Files.readString(run.modelFolder().resolve("README.md")))
        .contains("Tiny run", "| ndcg@10 |", "BM25", run.configuration().dataset().fingerprint());
  }

  @Test
  void hardNegativesOfTripletsMakeTheTaskHarder() {
    var plain = run(SETTINGS);
    var run = triplets(SETTINGS);
    assertThat(losses(run).getFirst()).isGreaterThan(losses(plain).getFirst());
  }

  @Test
  void fewerHardNegativesMakeItEasierAndDrawnOnesAreOthers() {
    var all = triplets(SETTINGS);
    var first = triplets(SETTINGS.edit().negatives(new NegativeSettings(1, false)).build());
    var drawn = triplets(SETTINGS.edit().negatives(new NegativeSettings(1, true)).build());
    assertThat(losses(first).getFirst()).isLessThan(losses(all).getFirst());
    assertThat(losses(drawn)).isNotEqualTo(losses(first));
  }

  @ParameterizedTest
  @EnumSource(names = {"FULL", "LORA"})
  void aModelIsTunedNotToNormaliseItsVectors(Method method) {
    var base = Fixtures.model();
    assertThat(base.normalize()).isTrue();
    var loss =
        LossSettings.DEFAULT.with(LossParameter.DOT_PRODUCT, true).with(LossParameter.SCALE, 1.0);
    var run = run(SETTINGS.with(method).edit().maxSteps(4).normalize(false).loss(loss).build());
    var tuned = ModelFolder.read(run.modelFolder());
    assertThat(tuned.normalize()).isFalse();
    assertThat(run.modelFolder().resolve("2_Normalize")).doesNotExist();
    assertThat(losses(run)).isNotEqualTo(losses(run(SETTINGS.edit().loss(loss).build())));
    if (method == Method.LORA) {
      assertThat(PeftFolder.read(run.adapterFolder()).merge(base)).isNotEmpty();
    }
  }

  @Test
  void theKeptModelStandsBetweenBaseAndTrainedOneWithoutChangingTheTraining() {
    var settings = SETTINGS.edit().maxSteps(12).evaluation(new EvaluationSettings(5, "ndcg@10"));
    var plain = run(settings.checkpoints(new CheckpointSettings(4, 2)).build());
    var merged = run(settings.mergeAlpha(.7).build());
    assertThat(losses(merged)).isEqualTo(losses(plain));
    assertThat(merged.report().orElseThrow().bestStep()).isPositive();
    var last =
        run(settings.mergeAlpha(.7).evaluation(new EvaluationSettings(12, "mrr@10")).build());
    var whole = run(settings.mergeAlpha(1).build());
    var base = Fixtures.model();
    var tuned = ModelFolder.read(whole.modelFolder());
    var kept = ModelFolder.read(last.modelFolder());
    for (var name : base.config().family().weights(base.config()).keySet()) {
      assertThat(kept.weight(name).data())
          .as(name)
          .isEqualTo(WeightMerge.blend(base.weight(name), tuned.weight(name), .7).data());
    }
  }

  @Test
  void evaluationsComeByStepsOrByEpochs() {
    var settings = SETTINGS.edit().maxSteps(0).epochs(3);
    var run = run(settings.evaluation(EvaluationSettings.DEFAULT.everyEpochs(1)).build());
    var steps =
        run.events().stream()
            .filter(RunEvent.Evaluated.class::isInstance)
            .map(RunEvent.Evaluated.class::cast)
            .filter(event -> event.subject() == RunEvent.Subject.TUNED)
            .filter(event -> event.split().equals("validation"))
            .map(RunEvent.Evaluated::step)
            .toList();
    var epoch = run.report().orElseThrow().steps() / 3;
    assertThat(steps).containsExactly(epoch, 2 * epoch, 3 * epoch);
    assertThatThrownBy(() -> new EvaluationSettings(2, 1, "mrr@10"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("both");
    assertThat(EvaluationSettings.DEFAULT.everyEpochs(2).everySteps(5))
        .isEqualTo(new EvaluationSettings(5, "ndcg@10"));
  }

  @Test
  void batchesThatCannotBeFilledAreNamed() {
    var settings = SETTINGS.edit().dropLast(true).batchSize(65).noDuplicates(false).build();
    assertThatThrownBy(() -> TinyRun.create(folder, settings))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("65");
  }

  @Test
  void bothDirectionsGiveAnotherLoss() {
    var loss = LossSettings.DEFAULT.with(LossParameter.SYMMETRIC, true);
    assertThat(losses(run(SETTINGS.edit().loss(loss).build()))).isNotEqualTo(losses(run(SETTINGS)));
  }

  @Test
  void bfloat16StaysCloseToFloat32AndItsWeightsAreFloat32() {
    var half = run(SETTINGS.edit().precision(Precision.BF16).build());
    var full = losses(run(SETTINGS));
    var rough = losses(half);
    for (var i = 0; i < full.size(); i++) {
      assertThat(rough.get(i))
          .isNotEqualTo(full.get(i))
          .isBetween(full.get(i) * .9, full.get(i) * 1.1);
    }
    assertThat(Safetensors.read(half.modelFolder().resolve("model.safetensors"))).isNotEmpty();
    assertThat(half.report()).isPresent();
  }

  @Test
  void theSeedDecidesEverything() {
    assertThat(losses(run(SETTINGS))).isEqualTo(losses(run(SETTINGS)));
    assertThat(losses(run(SETTINGS.edit().seed(43).build()))).isNotEqualTo(losses(run(SETTINGS)));
  }

  @Test
  void withoutTheTestSplitTheValidationSplitDecides() {
    var run = run(SETTINGS.edit().testAtEnd(false).build());
    var report = run.report().orElseThrow();
    assertThat(report.test()).isNull();
    assertThat(report.validation().queries()).isEqualTo(30);
    assertThat(report.validation().overBase()).containsKey("ndcg@10");
    assertThat(report.validation().bm25().get("ndcg@10")).isPositive();
  }

  private RunFolder run(TrainingSettings settings) {
    var run = TinyRun.create(folder, settings);
    assertThat(Worker.run(run.path())).isEqualTo(Worker.DONE);
    assertThat(run.state()).isEqualTo(RunState.FINISHED);
    return run;
  }

  private RunFolder triplets(TrainingSettings settings) {
    var run = TinyRun.create(folder, settings, Fixtures.model(), triplets());
    assertThat(Worker.run(run.path())).isEqualTo(Worker.DONE);
    return run;
  }

  private static TrainingData triplets() {
    var data = TinyRun.data(64);
    var rows = new ArrayList<Row>();
    for (var i = 0; i < 64; i++) {
      var negatives = List.of("pt" + (i + 1) % 64, "pt" + (i + 2) % 64);
      rows.add(new TripletRow("qt" + i, "pt" + i, negatives, Split.TRAIN, null));
    }
    var evaluation = new EnumMap<Split, RetrievalSet>(data.evaluation());
    return new TrainingData(
        Shape.TRIPLETS,
        new LinkedHashMap<>(data.corpus()),
        new LinkedHashMap<>(data.queries()),
        rows,
        evaluation);
  }

  private static List<Double> losses(RunFolder run) {
    return run.events().stream()
        .filter(RunEvent.Step.class::isInstance)
        .map(event -> ((RunEvent.Step) event).loss())
        .toList();
  }
}
