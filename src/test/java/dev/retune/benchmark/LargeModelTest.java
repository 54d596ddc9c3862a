package dev.retune.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.dataset.DatasetFolder;
import dev.retune.dataset.DatasetInfo;
import dev.retune.dataset.PairRow;
import dev.retune.dataset.RetrievalSet;
import dev.retune.dataset.Row;
import dev.retune.dataset.Shape;
import dev.retune.dataset.Split;
import dev.retune.dataset.TrainingData;
import dev.retune.encoder.ModelFolder;
import dev.retune.file.Json;
import dev.retune.training.CheckpointSettings;
import dev.retune.training.EvaluationSettings;
import dev.retune.training.LaunchCommand;
import dev.retune.training.RunConfiguration;
import dev.retune.training.RunEvent;
import dev.retune.training.RunFolder;
import dev.retune.training.RunState;
import dev.retune.training.TrainingSettings;
import dev.retune.training.WorkerLauncher;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A model shaped like bge-large (335 million weights, random) learns three steps from batches of
/// 32 pairs whose passages fill 512 tokens each, all weights, within 16 GB.
///
/// The peak is that of the worker, Java's heap included, and stands in
/// `target/benchmark/large-model.json`.
@Tag("benchmark")
class LargeModelTest {
  private static final Logger LOG = LoggerFactory.getLogger(LargeModelTest.class);
  private static final int STEPS = 3;
  private static final int BATCH = 32;
  private static final int WORDS = 600;
  private static final int NEVER = 1_000_000;

  @TempDir Path folder;

  @Test
  void threeStepsFitIntoSixteenGigabytes() throws Exception {
    var base = ModelFolder.read(LargeModel.write(folder.resolve("large")));
    assertThat(base.maxTokens()).isEqualTo(512);
    var settings =
        TrainingSettings.recommended(1000)
            .edit()
            .batchSize(BATCH)
            .epochs(1)
            .maxSteps(STEPS)
            .evaluation(new EvaluationSettings(NEVER, "ndcg@10"))
            .checkpoints(new CheckpointSettings(NEVER, 1))
            .build();
    var run =
        RunFolder.create(
            folder.resolve("runs"), "large", base, LargeModelTest::freeze, settings, "benchmark");
    var worker = new WorkerLauncher(command()).launch(run);
    worker.onExit().join();
    assertThat(run.state()).as("see worker.log").isEqualTo(RunState.FINISHED);
    var losses =
        run.events().stream()
            .filter(RunEvent.Step.class::isInstance)
            .map(event -> ((RunEvent.Step) event).loss())
            .toList();
    var report = run.report().orElseThrow();
    var record = new LinkedHashMap<String, Object>();
    record.put("schema_version", 1);
    record.put("sources", GitState.now());
    record.put("machine", Machine.here());
    record.put("settings", settings);
    record.put("losses", losses);
    record.put("seconds_per_step", report.secondsPerStep());
    record.put("peak_memory_mb", report.peakMemoryMb());
    Json.write(Path.of("target", "benchmark", "large-model.json"), record);
    LOG.info("peak {} MiB, {} s a step", report.peakMemoryMb(), report.secondsPerStep());
    assertThat(report.steps()).isEqualTo(STEPS);
    assertThat(losses).isNotEmpty().allMatch(Double::isFinite);
    assertThat(report.peakMemoryMb()).isBetween(1L, 16L * 1024);
  }

  private static RunConfiguration.DatasetReference freeze(Path target) {
    var random = new SplittableRandom(7);
    var words =
        List.of("oil seal spindle pump valve check replace pressure bearing main cold".split(" "));
    var corpus = new LinkedHashMap<String, String>();
    var queries = new LinkedHashMap<String, String>();
    var rows = new ArrayList<Row>();
    for (int i = 0; i < STEPS * BATCH; i++) {
      var text = new ArrayList<String>(List.of("number", Integer.toString(i)));
      while (text.size() < WORDS) {
        text.add(words.get(random.nextInt(words.size())));
      }
      corpus.put("p" + i, String.join(" ", text));
      queries.put("q" + i, "what is said of number " + i + "?");
      rows.add(new PairRow("q" + i, "p" + i, Split.TRAIN));
    }
    corpus.put("v1", "A pump.");
    corpus.put("v2", "A valve.");
    queries.put("w1", "Is there a pump?");
    var set =
        new RetrievalSet(
            Map.of("v1", "A pump.", "v2", "A valve."),
            Map.of("w1", "Is there a pump?"),
            Map.of("w1", Map.of("v1", 1.0)));
    var data = new TrainingData(Shape.PAIRS, corpus, queries, rows, Map.of(Split.VALIDATION, set));
    var fingerprint =
        DatasetFolder.write(target, data, new DatasetInfo("long", Instant.EPOCH, "random words"));
    return new RunConfiguration.DatasetReference("long", fingerprint);
  }

  private static LaunchCommand command() {
    return new LaunchCommand(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx4g",
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            "dev.retune.app.Main"));
  }
}
