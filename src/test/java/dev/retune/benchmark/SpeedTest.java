package dev.retune.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retune.TestData;
import dev.retune.dataset.LlamaIndexFormat;
import dev.retune.encoder.ModelFolder;
import dev.retune.encoder.Precision;
import dev.retune.file.Json;
import dev.retune.training.CheckpointSettings;
import dev.retune.training.EvaluationSettings;
import dev.retune.training.RunEvent;
import dev.retune.training.TrainingSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// This program and sentence-transformers in turn on the same machine, pairs and settings: samples
/// a second in training and embedding, peak memory, and which share of the machine's matrix
/// products that is. Nothing is asserted of the figures: they are this machine's.
///
/// `mvn -Pbenchmark test -Dtest=SpeedTest -Dpython=<interpreter>`; quiet, about half an hour;
/// sentence-transformers takes more than 24 GB for mixed lengths with its defaults.
@Tag("benchmark")
class SpeedTest {
  private static final Logger LOG = LoggerFactory.getLogger(SpeedTest.class);
  private static final Path FOLDER = Path.of("target", "benchmark", "speed");
  private static final int NEVER = 1_000_000;
  private static final int WARM_UP = 2;

  private final String when = Instant.now().toString().replace(':', '-');
  private final Path folder = FOLDER.resolve(when);
  private final Reference reference = Reference.named(folder);
  private final ModelFolder model = PublishedModel.folder(Path.of("target", "benchmark", "home"));
  private final List<Row> rows = new ArrayList<>();

  /// One line of the table; the ratios are ours to theirs, 0 where theirs could not be measured.
  private record Row(
      String what,
      double samplesPerSecond,
      double referenceSamplesPerSecond,
      double ratio,
      long peakMemoryMb,
      long referencePeakMemoryMb,
      double memoryRatio,
      double shareOfPeak) {}

  @Test
  void training() throws Exception {
    var peak = reference.measure("peak", Map.of("task", "peak"));
    for (var data : List.of(SpeedData.lyft(8), SpeedData.mixedLengths(24))) {
      var operations = data.operationsPerPair(model);
      train(data, "fp32", false, false, operations / peak.get("fp32").asDouble() / 1e9);
      train(data, "bf16", true, false, operations / peak.get("bf16").asDouble() / 1e9);
      train(data, "own defaults", false, true, operations / peak.get("bf16").asDouble() / 1e9);
    }
    write("training", peak);
    assertThat(rows).hasSize(6);
  }

  private void write(String name, JsonNode peak) throws IOException, InterruptedException {
    var record = new LinkedHashMap<String, Object>();
    record.put("schema_version", 1);
    record.put("sources", GitState.now());
    record.put("machine", Machine.here());
    record.put("peak", peak);
    record.put("rows", rows);
    Json.write(FOLDER.resolve(name + ".json"), record);
  }

  /// Neither drops attention weights, but for sentence-transformers' defaults.
  ///
  /// @param defaults whether each program trains as it would unasked
  private void train(
      SpeedData data, String name, boolean bf16, boolean defaults, double peakSecondsPerPair)
      throws Exception {
    var what = data.name() + ", " + name;
    var job = new LinkedHashMap<String, Object>();
    job.put("task", "train");
    job.put("model", model.path().toString());
    job.put("pairs", data.write(folder).toString());
    job.put("batch", data.batch());
    job.put("warmup", WARM_UP);
    job.put("bf16", bf16);
    job.put("attentionDropout", defaults ? null : Double.valueOf(0));
    var theirs = reference.tried(what.replace(", ", "-").replace(' ', '-'), job);
    var settings =
        TrainingSettings.recommended(1000)
            .edit()
            .epochs(1)
            .batchSize(data.batch())
            .noDuplicates(false)
            .queryPrompt("")
            .passagePrompt("")
            .evaluation(new EvaluationSettings(NEVER, "ndcg@10"))
            .checkpoints(new CheckpointSettings(NEVER, 1))
            .testAtEnd(false);
    if (!defaults) {
      settings.precision(bf16 ? Precision.BF16 : Precision.FP32);
    }
    var run =
        new BenchmarkRun(folder.resolve(name), model, data.training(), settings.build(), null)
            .finished();
    var ends =
        run.events().stream().filter(RunEvent.Step.class::isInstance).map(RunEvent::time).toList();
    var measured = ends.size() - WARM_UP;
    var seconds = seconds(ends.get(WARM_UP - 1), ends.getLast()) / measured;
    var ours = data.batch() / seconds;
    var memory = run.report().orElseThrow().peakMemoryMb();
    if (theirs.isEmpty()) {
      LOG.info("{}: {}/s, {} MB; sentence-transformers ran out of memory", what, ours, memory);
      rows.add(new Row(what, ours, 0, 0, memory, 0, 0, ours * peakSecondsPerPair));
      return;
    }
    add(
        what,
        ours,
        data.batch() / theirs.get().get("secondsPerStep").asDouble(),
        memory,
        theirs.get(),
        peakSecondsPerPair);
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / 1e9;
  }

  /// The passages of Uber's report; sentence-transformers in float32 each time, which is what it
  /// does unasked.
  @Test
  void embedding() throws Exception {
    var peak = reference.measure("peak", Map.of("task", "peak"));
    var texts = Files.createDirectories(folder).resolve("uber.jsonl");
    var passages =
        LlamaIndexFormat.read(TestData.shared("lyft-uber/val_dataset.json")).corpus().values();
    Files.write(texts, passages.stream().map(text -> Json.line(Map.of("text", text))).toList());
    var theirs =
        reference.measure(
            "embed",
            Map.of(
                "task",
                "embed",
                "model",
                model.path().toString(),
                "texts",
                texts.toString(),
                "batch",
                32,
                "bf16",
                false));
    for (var precision : List.of("fp32", "auto")) {
      var ours = ours(texts, precision);
      add(
          "embedding, " + precision,
          passages.size() / ours.get("seconds").asDouble(),
          passages.size() / theirs.get("seconds").asDouble(),
          ours.get("peakMemoryMB").asLong(),
          theirs,
          0);
    }
    write("embedding", peak);
    assertThat(rows).hasSize(2);
  }

  private JsonNode ours(Path texts, String precision) throws IOException, InterruptedException {
    var words = new ArrayList<>(BenchmarkRun.PROGRAM);
    words.addAll(List.of("embed", "--json", "--model", model.path().toString()));
    words.addAll(List.of("--input", texts.toString(), "--precision", precision));
    words.addAll(List.of("--output", folder.resolve(precision + ".npy").toString()));
    var process =
        new ProcessBuilder(words)
            .redirectError(folder.resolve("embed-" + precision + ".log").toFile())
            .start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return Json.mapper().readTree(output);
  }

  private void add(
      String what,
      double samples,
      double referenceSamples,
      long memory,
      JsonNode theirs,
      double peakSecondsPerPair) {
    var theirMemory = theirs.get("peakMemoryMB").asLong();
    var row =
        new Row(
            what,
            samples,
            referenceSamples,
            samples / referenceSamples,
            memory,
            theirMemory,
            (double) memory / theirMemory,
            samples * peakSecondsPerPair);
    rows.add(row);
    LOG.info(
        "{}",
        String.format(
            Locale.ROOT,
            "%-20s %6.2f/s beside %6.2f/s: %.2f times; %d MB beside %d MB: %.2f; %.0f %% of peak",
            what,
            samples,
            referenceSamples,
            row.ratio(),
            memory,
            theirMemory,
            row.memoryRatio(),
            100 * row.shareOfPeak()));
  }
}
