package dev.retune.benchmark;

import dev.retune.dataset.DatasetFolder;
import dev.retune.dataset.DatasetInfo;
import dev.retune.dataset.TrainingData;
import dev.retune.encoder.ModelFolder;
import dev.retune.file.Json;
import dev.retune.file.Sha256;
import dev.retune.training.LaunchCommand;
import dev.retune.training.RunConfiguration;
import dev.retune.training.RunEvent;
import dev.retune.training.RunFolder;
import dev.retune.training.RunReport;
import dev.retune.training.RunState;
import dev.retune.training.TrainingSettings;
import dev.retune.training.WorkerLauncher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One training of a benchmark, kept in a run folder whose name follows from everything that
/// decides its figures: a finished one is only read, one that was interrupted is taken up again,
/// and one whose worker still runs is waited for.
///
/// @param folder of the benchmark's runs
/// @param data what is trained on and measured
/// @param vectors a cache of vectors that the run may begin with; null for none
record BenchmarkRun(
    Path folder,
    ModelFolder base,
    TrainingData data,
    TrainingSettings settings,
    @Nullable Path vectors) {
  private static final Logger LOG = LoggerFactory.getLogger(BenchmarkRun.class);
  private static final String SOURCES = "benchmark.json";

  /// How this program is started from the classes under test.
  static final List<String> PROGRAM =
      List.of(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-Xmx2g",
          "--sun-misc-unsafe-memory-access=allow",
          "--enable-native-access=ALL-UNNAMED",
          "-cp",
          System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
          "dev.retune.app.Main");

  /// What came out.
  ///
  /// @param sources that made the run, which may be older than these
  record Result(String run, GitState sources, RunReport report) {}

  Result finish() throws IOException, InterruptedException {
    var run = finished();
    return new Result(
        run.id(),
        Json.read(run.path().resolve(SOURCES), GitState.class),
        run.report().orElseThrow());
  }

  /// The folder of the run, which has a report.
  RunFolder finished() throws IOException, InterruptedException {
    var run = findOrMake();
    var launcher = new WorkerLauncher(command());
    for (int attempt = 0; attempt < 3 && !run.state().done(); attempt++) {
      if (run.state().resumable()) {
        LOG.info("{}: {}", run.path(), run.state() == RunState.NEW ? "starts" : "goes on");
        launcher.launch(run);
      }
      await(run);
    }
    if (run.report().isEmpty()) {
      throw new AssertionError(run.path() + " is " + run.state() + ", see worker.log");
    }
    return run;
  }

  private static void await(RunFolder run) throws InterruptedException {
    int told = -1;
    while (run.state().alive()) {
      Thread.sleep(5000);
      var events = run.events();
      for (; told + 1 < events.size(); told++) {
        switch (events.get(told + 1)) {
          case RunEvent.Step step when step.step() % 10 != 0 -> {}
          case RunEvent.Step step ->
              LOG.info("step {} of {}, loss {}", step.step(), step.totalSteps(), step.loss());
          case RunEvent event -> LOG.info("{}", event);
        }
      }
    }
  }

  private RunFolder findOrMake() throws IOException, InterruptedException {
    var place = folder.resolve(key());
    var known = RunFolder.list(place);
    if (!known.isEmpty() && Files.exists(known.getFirst().path().resolve(SOURCES))) {
      return known.getFirst();
    }
    var run =
        RunFolder.create(
            place, "seed " + settings.seed(), base, this::freeze, settings, "benchmark");
    if (vectors != null) {
      copy(vectors, run.path().resolve("checkpoints", "vectors"));
    }
    Json.write(run.path().resolve(SOURCES), GitState.now());
    return run;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : files.toList()) {
        var target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  private RunConfiguration.DatasetReference freeze(Path target) {
    var name = "Lyft → Uber";
    var fingerprint = DatasetFolder.write(target, data, new DatasetInfo(name, Instant.now(), null));
    return new RunConfiguration.DatasetReference(name, fingerprint);
  }

  private String key() {
    // A list: the order of Map.of changes from one start of Java to the next.
    var decides =
        List.of(
            base.fingerprint(),
            data.corpus().hashCode(),
            data.queries().hashCode(),
            data.rows().size(),
            settings);
    return "seed-%d-%s".formatted(settings.seed(), Sha256.of(Json.line(decides)).substring(0, 12));
  }

  /// This program's worker, as the command line starts it.
  private static LaunchCommand command() {
    return new LaunchCommand(PROGRAM);
  }
}
