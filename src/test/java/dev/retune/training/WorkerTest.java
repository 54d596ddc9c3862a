package dev.retune.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.encoder.ModelFolder;
import dev.retune.encoder.PeftFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Workers in processes of their own (as always), on a tiny model.
class WorkerTest {
  @TempDir Path runs;
  private ProcessHandle worker;

  @AfterEach
  void endWorker() {
    if (worker != null) {
      worker.destroyForcibly();
    }
  }

  @Test
  void aKilledRunGoesOnFromItsCheckpointAndEndsAsIfNothingHappened()
      throws IOException, InterruptedException {
    var straight = TinyRun.create(runs, TinyRun.SETTINGS);
    worker = new WorkerLauncher(TinyRun.command()).launch(straight);
    TinyRun.awaitState(straight, RunState.FINISHED);

    var killed = TinyRun.create(runs, TinyRun.SETTINGS);
    worker = new WorkerLauncher(TinyRun.command()).launch(killed);
    assertThat(killed.state()).isEqualTo(RunState.RUNNING);
    TinyRun.await(killed, RunEvent.CheckpointSaved.class, event -> event.step() >= 60);
    worker.destroyForcibly();
    TinyRun.awaitState(killed, RunState.INTERRUPTED);
    assertThat(killed.report()).isEmpty();
    Files.writeString(killed.eventsFile(), "{\"type\":\"st", StandardOpenOption.APPEND);

    worker = new WorkerLauncher(TinyRun.command()).launch(killed);
    TinyRun.awaitState(killed, RunState.FINISHED);

    var restarted = TinyRun.await(killed, RunEvent.Started.class, event -> event.attempt() == 2);
    assertThat(restarted.step()).isGreaterThanOrEqualTo(60).isLessThan(200);
    assertThat(losses(killed)).isEqualTo(losses(straight));
    var one = straight.report().orElseThrow();
    var other = killed.report().orElseThrow();
    assertThat(other.validation().base()).isEqualTo(one.validation().base());
    assertThat(other.validation().tuned()).isEqualTo(one.validation().tuned());
    assertThat(other.test()).isNotNull();
    assertThat(baseEvaluations(killed)).as("the base is measured once").isEqualTo(1);
    // The checkpoints go after the last event has been written, but for the weights of those that
    // are to be kept.
    worker.onExit().join();
    try (var left = Files.list(killed.checkpointsFolder())) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("baseline.json", "step-00000180", "step-00000200");
    }
  }

  @Test
  void stoppingKeepsTheBest() throws InterruptedException {
    var run = TinyRun.create(runs, TinyRun.SETTINGS.edit().epochs(5000).build());
    worker = new WorkerLauncher(TinyRun.command()).launch(run);
    TinyRun.await(
        run, RunEvent.Evaluated.class, event -> event.subject() == RunEvent.Subject.TUNED);
    run.requestStop();
    TinyRun.awaitState(run, RunState.STOPPED);
    var report = run.report().orElseThrow();
    assertThat(report.stopped()).isTrue();
    assertThat(report.bestStep()).isPositive().isLessThanOrEqualTo(report.steps());
    assertThat(report.steps()).isLessThan(40_000);
    assertThat(report.validation().tuned().get("ndcg@10")).isEqualTo(bestScore(run));
    assertThat(ModelFolder.read(run.modelFolder()).fingerprint())
        .isNotEqualTo(run.configuration().base().fingerprint());
  }

  @Test
  void aScoreThatStandsStillEndsTheRun() throws InterruptedException {
    var settings =
        TinyRun.SETTINGS.edit().learningRate(1e-30).earlyStopping(new EarlyStopping(2, 0)).build();
    var run = TinyRun.create(runs, settings);
    worker = new WorkerLauncher(TinyRun.command()).launch(run);
    TinyRun.awaitState(run, RunState.FINISHED);
    var report = run.report().orElseThrow();
    assertThat(report.steps()).as("two evaluations after the first, 40 steps apart").isEqualTo(120);
    assertThat(report.bestStep()).isEqualTo(40);
    assertThat(report.stopped()).isFalse();
  }

  @Test
  void aLoraRunLeavesAnAdapterAndAMergedModel() throws InterruptedException {
    var settings = TinyRun.SETTINGS.edit().method(Method.LORA).learningRate(3e-3).build();
    var run = TinyRun.create(runs, settings);
    worker = new WorkerLauncher(TinyRun.command()).launch(run);
    TinyRun.await(run, RunEvent.CheckpointSaved.class, event -> event.step() >= 60);
    worker.destroyForcibly();
    TinyRun.awaitState(run, RunState.INTERRUPTED);
    worker = new WorkerLauncher(TinyRun.command()).launch(run);
    TinyRun.awaitState(run, RunState.FINISHED);
    losses(run);
    var base = ModelFolder.read(run.baseFolder());
    assertThat(PeftFolder.read(run.adapterFolder()).merge(base)).hasSize(12);
    assertThat(ModelFolder.read(run.modelFolder()).fingerprint()).isNotEqualTo(base.fingerprint());
    var validation = run.report().orElseThrow().validation();
    assertThat(validation.tuned().get("ndcg@10")).isGreaterThan(validation.base().get("ndcg@10"));
  }

  @Test
  void aPausedRunWaitsAndGoesOn() throws InterruptedException {
    var run = TinyRun.create(runs, TinyRun.SETTINGS.edit().epochs(5000).build());
    worker = new WorkerLauncher(TinyRun.command()).launch(run);
    TinyRun.await(run, RunEvent.Step.class, event -> event.step() >= 5);
    run.requestPause();
    TinyRun.awaitState(run, RunState.PAUSED);
    var events = run.events().size();
    Thread.sleep(600);
    assertThat(run.events()).hasSize(events);
    var at = ((RunEvent.Paused) run.events().getLast()).step();
    run.requestResume();
    TinyRun.await(run, RunEvent.Step.class, event -> event.step() > at);
    assertThat(run.state()).isEqualTo(RunState.RUNNING);
    run.requestStop();
    TinyRun.awaitState(run, RunState.STOPPED);
  }

  @Test
  void theRunOutlivesWhoStartedItAndLetsNoSecondWorkerIn()
      throws IOException, InterruptedException {
    var run = TinyRun.create(runs, TinyRun.SETTINGS.edit().epochs(5000).build());
    var words = new ArrayList<>(TinyRun.command().words());
    words.addAll(List.of("launch", run.path().toString()));
    var starter = new ProcessBuilder(words).inheritIO().start();
    assertThat(starter.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(starter.exitValue()).isZero();
    var held = run.worker().orElseThrow();
    worker = ProcessHandle.of(held.pid()).orElseThrow();
    TinyRun.await(run, RunEvent.Step.class, event -> event.step() >= 5);
    assertThat(Worker.run(run.path())).isEqualTo(Worker.HELD);
    var stat = Path.of("/proc/" + held.pid() + "/stat");
    if (Files.exists(stat) && Files.exists(Path.of("/usr/bin/setsid"))) {
      var session = Files.readString(stat).replaceAll("^.*\\) ", "").split(" ")[3];
      assertThat(session).as("a session of its own").isEqualTo(Long.toString(held.pid()));
    }
    run.requestStop();
    TinyRun.awaitState(run, RunState.STOPPED);
  }

  private static long baseEvaluations(RunFolder run) {
    return run.events().stream()
        .filter(event ->
            event instanceof RunEvent.Evaluated evaluated
                && evaluated.subject() == RunEvent.Subject.BASE
                && evaluated.split().equals("validation"))
        .count();
  }

  private static double bestScore(RunFolder run) {
    return run.events().stream()
        .filter(RunEvent.Evaluated.class::isInstance)
        .map(RunEvent.Evaluated.class::cast)
        .filter(event -> event.subject() == RunEvent.Subject.TUNED)
        .filter(event -> event.split().equals("validation"))
        .mapToDouble(RunEvent.Evaluated::score)
        .max()
        .orElseThrow();
  }

  /// Loss by step; a step that was done again must give the same.
  private static TreeMap<Integer, Double> losses(RunFolder run) {
    var losses = new TreeMap<Integer, Double>();
    for (var event : run.events()) {
      if (event instanceof RunEvent.Step step) {
        var earlier = losses.put(step.step(), step.loss());
        assertThat(earlier == null || earlier == step.loss()).isTrue();
      }
    }
    return losses;
  }
}
