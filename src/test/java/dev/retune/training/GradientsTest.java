package dev.retune.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import dev.retune.dataset.PairRow;
import dev.retune.dataset.Split;
import dev.retune.encoder.EncoderNetwork;
import dev.retune.encoder.ForwardOptions;
import dev.retune.encoder.NativeLibraries;
import dev.retune.encoder.Precision;
import dev.retune.encoder.Tokenizer;
import dev.retune.training.loss.Loss;
import dev.retune.training.loss.LossBatch;
import dev.retune.training.loss.LossSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The gradients of a batch do not depend on how it passed through memory.
class GradientsTest {
  private static final int PAIRS = 24;
  private static final double AMPLE = 1e9;
  private static final double SCARCE = 0;

  @ParameterizedTest
  @ValueSource(doubles = {0, .1})
  void cachedEqualsDirectOverTheSameGroups(double dropout) {
    var direct = gradients(AMPLE, 64, dropout);
    var cached = gradients(SCARCE, 64, dropout);
    assertThat(distance(direct, cached)).isLessThan(1e-6);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, .1})
  void layerByLayerEqualsDirect(double dropout) {
    var direct = gradients(AMPLE, 64, dropout);
    assertThat(distance(direct, gradients(AMPLE, 64, dropout, true))).isLessThan(1e-6);
    assertThat(distance(direct, gradients(SCARCE, 64, dropout, true))).isLessThan(1e-6);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, .1})
  void groupsEqualOneBatch(double dropout) {
    assertThat(distance(gradients(AMPLE, 0, dropout), gradients(AMPLE, 48, dropout)))
        .isLessThan(1e-6);
  }

  @Test
  void onlyATextThatStandsAloneAsksForLayersOneAtATime() {
    var base = Fixtures.model();
    try (var tokenizer = Tokenizer.open(base)) {
      var together = new MicroBatches(tokenizer, base.config(), 64).of(texts(), limits());
      assertThat(together).allMatch(group -> group.texts().size() > 1);
      assertThat(MicroBatches.longestAlone(together)).isZero();
      var alone = new MicroBatches(tokenizer, base.config(), 1).of(texts(), limits());
      assertThat(MicroBatches.longestAlone(alone))
          .isEqualTo(alone.getFirst().tokens().tokens())
          .isPositive();
    }
    assertThat(GradientCheckpointing.AUTO.layerwise(100, 100)).isFalse();
    assertThat(GradientCheckpointing.AUTO.layerwise(101, 100)).isTrue();
    assertThat(GradientCheckpointing.ON.layerwise(0, 100)).isTrue();
    assertThat(GradientCheckpointing.OFF.layerwise(101, 100)).isFalse();
  }

  @Test
  void otherDropoutGivesOtherGradients() {
    assertThat(distance(gradients(AMPLE, 64, .1), gradients(AMPLE, 64, 0))).isGreaterThan(1e-2);
  }

  private static Map<String, float[]> gradients(double room, int tokens, double dropout) {
    return gradients(room, tokens, dropout, false);
  }

  /// Of the loss over [#PAIRS] pairs, by the weights' names.
  ///
  /// @param room tokens whose way back may be kept at once
  private static Map<String, float[]> gradients(
      double room, int tokens, double dropout, boolean layerwise) {
    NativeLibraries.stayOffline();
    var base = Fixtures.model();
    try (var manager = NDManager.newBaseManager();
        var network = EncoderNetwork.open(base, manager, Device.cpu());
        var tokenizer = Tokenizer.open(base);
        var optimiser = new Optimiser(manager, network.parameters(), 0);
        var scope = manager.newSubManager()) {
      var groups = new MicroBatches(tokenizer, base.config(), tokens).of(texts(), limits());
      assertThat(groups).hasSizeGreaterThan(tokens == 0 ? 0 : 4);
      var loss = Loss.of(LossSettings.DEFAULT);
      new Gradients(Encoding.of(network), room, room)
          .add(
              scope,
              groups,
              new ForwardOptions(dropout, 0, 7, Precision.FP32, true, false),
              layerwise,
              vectors ->
                  loss.of(
                      LossBatch.of(
                          vectors.get("0:" + PAIRS), vectors.get(PAIRS + ":" + 2 * PAIRS))));
      var gradients = new LinkedHashMap<String, float[]>();
      network
          .parameters()
          .forEach(p -> gradients.put(p.name(), p.value().getGradient().toFloatArray()));
      assertThat(optimiser.clip(scope, 0)).isPositive();
      return gradients;
    }
  }

  private static List<String> texts() {
    var data = TinyRun.data(PAIRS);
    var texts = new ArrayList<String>();
    for (var row : data.rows(Split.TRAIN)) {
      texts.add(data.queries().get(((PairRow) row).query()));
    }
    for (var row : data.rows(Split.TRAIN)) {
      texts.add(data.corpus().get(((PairRow) row).passage()));
    }
    return texts;
  }

  private static int[] limits() {
    var limits = new int[2 * PAIRS];
    java.util.Arrays.fill(limits, 64);
    return limits;
  }

  /// Of both as one long vector, relative to its norm.
  private static double distance(Map<String, float[]> one, Map<String, float[]> other) {
    var apart = 0.0;
    var norm = 0.0;
    for (var name : one.keySet()) {
      for (var i = 0; i < one.get(name).length; i++) {
        apart += Math.pow(one.get(name)[i] - other.get(name)[i], 2);
        norm += Math.pow(one.get(name)[i], 2);
      }
    }
    return Math.sqrt(apart / norm);
  }
}
