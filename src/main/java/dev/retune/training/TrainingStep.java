package dev.retune.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.retune.encoder.EncoderNetwork;
import dev.retune.encoder.ForwardOptions;
import dev.retune.encoder.TokenBatch;
import dev.retune.encoder.Tokenizer;
import dev.retune.text.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// One optimiser step: encode queries and passages, compare, go back, clip, update.
final class TrainingStep {
  private final RunInputs inputs;
  private final NDManager manager;
  private final EncoderNetwork network;
  private final Tokenizer tokenizer;
  private final Optimiser optimiser;
  private final RankingLoss loss;

  TrainingStep(
      RunInputs inputs,
      NDManager manager,
      EncoderNetwork network,
      Tokenizer tokenizer,
      Optimiser optimiser) {
    this.inputs = inputs;
    this.manager = manager;
    this.network = network;
    this.tokenizer = tokenizer;
    this.optimiser = optimiser;
    loss = new RankingLoss(inputs.settings().loss());
  }

  /// What a step gave.
  ///
  /// @param gradientNorm before clipping
  /// @param tokens of queries and passages, without padding
  record Result(double loss, double gradientNorm, long tokens) {}

  /// Native memory of the step lives in one scope, closed before this returns.
  ///
  /// @param step counts from 1; with the run's seed it decides what dropout drops
  /// @throws dev.retune.text.ProblemException if loss or gradient is no finite number; the weights
  ///   are then as before the step
  Result run(int step, List<TrainingPair> batch, double learningRate) {
    var settings = inputs.settings();
    var queries = tokenizer.encode(inputs.queryTexts(batch), inputs.maxQueryTokens());
    var passages = tokenizer.encode(passageTexts(batch), inputs.maxPassageTokens());
    try (var scope = manager.newSubManager()) {
      NDArray value;
      try (var collector = Engine.getInstance().newGradientCollector()) {
        var q = network.encode(scope, queries, options(step, Derived.Purpose.QUERY_DROPOUT));
        var p = network.encode(scope, passages, options(step, Derived.Purpose.PASSAGE_DROPOUT));
        value = loss.of(q, p);
        collector.backward(value);
      }
      double number = value.getFloat();
      var norm = optimiser.clip(scope, settings.clip());
      if (!Double.isFinite(number) || !Double.isFinite(norm)) {
        throw Problem.of(TrainingStep.class, "loss.notFinite", Integer.toString(step)).exception();
      }
      optimiser.update(scope, learningRate);
      return new Result(number, norm, tokens(queries) + tokens(passages));
    }
  }

  private ForwardOptions options(int step, Derived.Purpose purpose) {
    var settings = inputs.settings();
    return new ForwardOptions(
        settings.hiddenDropout(),
        settings.attentionDropout(),
        Derived.seed(settings.seed(), purpose, step, 0),
        settings.bf16(),
        true);
  }

  private List<String> passageTexts(List<TrainingPair> batch) {
    var ids = new ArrayList<>(batch.stream().map(TrainingPair::passage).toList());
    batch.forEach(pair -> ids.addAll(pair.negatives()));
    return inputs.passageTexts(ids);
  }

  private static long tokens(TokenBatch batch) {
    return Stream.of(batch.mask()).flatMapToLong(LongStream::of).sum();
  }
}
