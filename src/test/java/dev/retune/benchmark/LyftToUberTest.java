package dev.retune.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.TestData;
import dev.retune.dataset.LlamaIndexFormat;
import dev.retune.dataset.Split;
import dev.retune.dataset.TrainingData;
import dev.retune.encoder.Precision;
import dev.retune.file.Json;
import dev.retune.training.CheckpointSettings;
import dev.retune.training.EvaluationSettings;
import dev.retune.training.Method;
import dev.retune.training.RunReport;
import dev.retune.training.TrainingSettings;
import dev.retune.training.loss.LossSettings;
import dev.retune.training.loss.MatryoshkaSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The published fine-tuning: bge-small-en trained on Lyft's 10-K and measured on Uber's, with
/// three seeds. About ten minutes a seed on two quiet cores; stop it whenever you like, the next
/// start goes on.
///
/// The last weights count. Uber is not used to choose between steps: it is what the result is
/// judged on. Published after training: accuracy@5 .8481, MRR@10 .7084, NDCG@10 .7540; plain BM25
/// on the same questions reaches NDCG@10 .8166.
///
/// [#thePresetForLongPassages] trains the same pairs on windows with the model's prompt, as `retune
/// train --recipe long-passages` does, and measures the model alone and joined with BM25, whose
/// weight is the even one. A first trial of it, in PyTorch with batches of ten and seed 42, gave
/// .8318 alone and .8788 joined. Since then the recipe keeps three tenths of the base's weights:
/// one value was tried, but that it helps was first seen on Uber.
@Tag("benchmark")
class LyftToUberTest {
  private static final Logger LOG = LoggerFactory.getLogger(LyftToUberTest.class);
  private static final Path FOLDER = Path.of("target", "benchmark");
  private static final String PROMPT = "Represent this sentence for searching relevant passages: ";
  private static final List<Integer> SEEDS = List.of(42, 43, 44);
  private static final List<String> SHOWN =
      List.of("accuracy@1", "accuracy@5", "mrr@10", "ndcg@10");

  /// So many steps that only the base and the last step are measured.
  private static final int NEVER = 1_000_000;

  static TrainingSettings settings(long seed) {
    return TrainingSettings.recommended()
        .edit()
        .loss(LossSettings.DEFAULT)
        .epochs(2)
        .maxSteps(0)
        .batchSize(10)
        .noDuplicates(true)
        .dropLast(false)
        .learningRate(2e-5)
        .warmupRatio(.1)
        .weightDecay(.01)
        .clip(1)
        .hiddenDropout(.1)
        .attentionDropout(0)
        .maxQueryTokens(0)
        .maxPassageTokens(0)
        .precision(Precision.FP32)
        .queryPrompt("")
        .passagePrompt("")
        .seed(seed)
        .evaluation(new EvaluationSettings(NEVER, "ndcg@10"))
        .checkpoints(new CheckpointSettings(20, 1))
        .build();
  }

  /// The preset as it is, but for the prompt, which this old model's folder does not name, and the
  /// last weights.
  static TrainingSettings longPassages(TrainingData data, long seed) {
    return TrainingSettings.longPassages(data.rows(Split.TRAIN).size())
        .edit()
        .queryPrompt(PROMPT)
        .passagePrompt("")
        .seed(seed)
        .evaluation(new EvaluationSettings(NEVER, "ndcg@10"))
        .checkpoints(new CheckpointSettings(20, 1))
        .build();
  }

  @Test
  void thePresetForLongPassages() throws Exception {
    var data = data();
    var base = PublishedModel.folder(FOLDER.resolve("home"));
    var results = new ArrayList<BenchmarkRun.Result>();
    for (long seed : SEEDS) {
      results.add(
          new BenchmarkRun(
                  FOLDER.resolve("lyft-uber-windows"), base, data, longPassages(data, seed), null)
              .finish());
      var measured = results.getLast().report().validation();
      tell("seed " + seed, measured.tuned());
      tell("joined", Objects.requireNonNull(measured.hybrid()).tuned());
    }
    var first = results.getFirst().report().validation();
    var alone = mean(results, RunReport.Result::tuned);
    var joined = mean(results, result -> Objects.requireNonNull(result.hybrid()).tuned());
    tell("base", first.base());
    tell("joined", Objects.requireNonNull(first.hybrid()).base());
    tell("BM25", first.bm25());
    tell("mean", alone);
    tell("joined", joined);
    var record = record(longPassages(data, SEEDS.getFirst()), results, alone);
    record.put("mean_hybrid", joined);
    Json.write(FOLDER.resolve("lyft-uber-windows.json"), record);
    assertThat(first.base().get("ndcg@10")).isBetween(.8, .805);
    assertThat(alone.get("ndcg@10")).isGreaterThanOrEqualTo(.83);
    assertThat(joined.get("ndcg@10")).isGreaterThanOrEqualTo(.875);
  }

  private static TrainingData data() {
    return TrainingData.ofPairs(
        Map.of(
            Split.TRAIN,
            LlamaIndexFormat.read(TestData.shared("lyft-uber/train_dataset.json")),
            Split.VALIDATION,
            LlamaIndexFormat.read(TestData.shared("lyft-uber/val_dataset.json"))));
  }

  @Test
  void threeSeedsReachThePublishedNeighbourhood() throws Exception {
    var data = data();
    var base = PublishedModel.folder(FOLDER.resolve("home"));
    var results = new ArrayList<BenchmarkRun.Result>();
    for (long seed : SEEDS) {
      var run = new BenchmarkRun(FOLDER.resolve("lyft-uber"), base, data, settings(seed), null);
      results.add(run.finish());
      tell("seed " + seed, results.getLast().report().validation().tuned());
    }
    var first = results.getFirst().report().validation();
    var mean = mean(results, RunReport.Result::tuned);
    tell("mean", mean);
    tell("base", first.base());
    tell("BM25", first.bm25());
    Json.write(FOLDER.resolve("lyft-uber.json"), record(settings(SEEDS.getFirst()), results, mean));
    assertThat(mean.get("ndcg@10")).isGreaterThanOrEqualTo(.743);
    assertThat(mean.get("mrr@10")).isGreaterThanOrEqualTo(.698);
    assertThat(mean.get("accuracy@5")).isGreaterThanOrEqualTo(.828);
  }

  /// What training in bfloat16 loses is less than what one seed differs from another by.
  @Test
  void bfloat16LiesWithinTheSpreadOfTheSeeds() throws Exception {
    var exact = new ArrayList<Double>();
    var rounded = new ArrayList<Double>();
    for (long seed : SEEDS) {
      var settings = settings(seed);
      exact.add(ndcg(finish(settings)));
      rounded.add(ndcg(finish(settings.edit().precision(Precision.BF16).build())));
      LOG.info("seed {}: float32 {}, bfloat16 {}", seed, exact.getLast(), rounded.getLast());
    }
    var spread = Collections.max(exact) - Collections.min(exact);
    Json.write(
        FOLDER.resolve("lyft-uber-bf16.json"),
        Map.of("sources", GitState.now(), "fp32", exact, "bf16", rounded, "spread", spread));
    assertThat(mean(rounded)).isBetween(mean(exact) - spread, mean(exact) + spread);
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  /// The same settings with vectors trained for several lengths: those of 128 numbers must lose
  /// little beside whole ones. Not reached yet; without turning the vectors it was .7014 beside
  /// .7477, the base has .5977 beside .6583.
  @Test
  void matryoshkaAt128LiesWithin2PointsOf384() throws Exception {
    var matryoshka = MatryoshkaSettings.of(List.of(384, 256, 128, 64));
    var result = finish(settings(SEEDS.getFirst()).edit().matryoshka(matryoshka).build());
    var lengths = Objects.requireNonNull(result.report().validation().dimensions());
    lengths.forEach((length, cut) -> {
      tell("base " + length, cut.base());
      tell("tuned " + length, cut.tuned());
    });
    Json.write(FOLDER.resolve("lyft-uber-matryoshka.json"), result);
    assertThat(ndcg(lengths, 128)).isGreaterThanOrEqualTo(ndcg(lengths, 384) - .02);
  }

  /// Low-rank updates against all weights, one seed, the same batches; rate and rank are those that
  /// the program proposes for the method.
  @Test
  void loraLiesWithin1PointOfFull() throws Exception {
    var full = finish(settings(SEEDS.getFirst()));
    var lora = finish(settings(SEEDS.getFirst()).with(Method.LORA));
    tell("full", full.report().validation().tuned());
    tell("LoRA", lora.report().validation().tuned());
    Json.write(FOLDER.resolve("lyft-uber-lora.json"), List.of(full, lora));
    assertThat(ndcg(lora)).isGreaterThanOrEqualTo(ndcg(full) - .01);
  }

  private static double ndcg(Map<Integer, RunReport.Cut> lengths, int length) {
    var cut = Objects.requireNonNull(lengths.get(length));
    return cut.tuned().getOrDefault("ndcg@10", 0.0);
  }

  private static double ndcg(BenchmarkRun.Result result) {
    return result.report().validation().tuned().getOrDefault("ndcg@10", 0.0);
  }

  private static BenchmarkRun.Result finish(TrainingSettings settings) throws Exception {
    var base = PublishedModel.folder(FOLDER.resolve("home"));
    return new BenchmarkRun(FOLDER.resolve("lyft-uber"), base, data(), settings, null).finish();
  }

  private static Map<String, Double> mean(
      List<BenchmarkRun.Result> results, Function<RunReport.Result, Map<String, Double>> of) {
    var mean = new LinkedHashMap<String, Double>();
    for (var result : results) {
      of.apply(result.report().validation())
          .forEach((metric, value) -> mean.merge(metric, value / results.size(), Double::sum));
    }
    return mean;
  }

  private static Map<String, Object> record(
      TrainingSettings settings, List<BenchmarkRun.Result> results, Map<String, Double> mean)
      throws Exception {
    var record = new LinkedHashMap<String, Object>();
    record.put("schema_version", 1);
    record.put("sources", GitState.now());
    record.put("machine", Machine.here());
    record.put("settings", settings);
    record.put("mean", mean);
    record.put("runs", results);
    return record;
  }

  private static void tell(String name, Map<String, Double> metrics) {
    var figures = new StringBuilder();
    SHOWN.forEach(
        metric -> figures.append("  %s %.4f".formatted(metric, metrics.getOrDefault(metric, 0.))));
    LOG.info("{}", String.format(Locale.ROOT, "%-8s%s", name, figures));
  }
}
