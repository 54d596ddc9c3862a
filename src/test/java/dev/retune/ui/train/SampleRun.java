package dev.retune.ui.train;

import dev.retune.retrieval.Interval;
import dev.retune.retrieval.RetrievalSettings;
import dev.retune.retrieval.Verdict;
import dev.retune.training.Forgetting;
import dev.retune.training.RunConfiguration;
import dev.retune.training.RunEvent;
import dev.retune.training.RunReport;
import dev.retune.training.RunState;
import dev.retune.training.RunWatcher;
import dev.retune.training.TrainingSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// A run whose worker is the test.
final class SampleRun implements TrainingRun {
  static final Instant BEGAN = Instant.parse("2026-11-20T10:02:00Z");
  static final int STEPS = 134;

  private final String id;
  private final List<RunEvent> events = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private RunState state;
  private Optional<RunReport> report = Optional.empty();
  private RunWatcher.@Nullable Listener listener;
  private final Random noise = new Random(1);

  SampleRun(String id, RunState state) {
    this.id = id;
    this.state = state;
  }

  /// Base and BM25 are measured, then `steps` steps with a measurement every twelve.
  SampleRun trained(int steps) {
    var at = BEGAN;
    add(new RunEvent.Started(1, at, 1, 4711, "0.1.0", "cpu", 2, 0, STEPS));
    add(new RunEvent.Preflight(1, at, 218, 412, 47, 0, 45, STEPS, 0, .031));
    add(measured(0, RunEvent.Subject.BASE, .658, false));
    add(measured(0, RunEvent.Subject.BM25, .702, false));
    train(1, steps);
    return this;
  }

  /// Steps `from` to `to`.
  SampleRun train(int from, int to) {
    for (var step = from; step <= to; step++) {
      var loss = .35 + 1.6 * Math.exp(-step / 30.0) + .18 * noise.nextGaussian();
      add(
          new RunEvent.Step(
              1,
              BEGAN.plusSeconds(step * 7L),
              step,
              STEPS,
              step / 45.0,
              Math.max(.05, loss),
              2e-5,
              1,
              900,
              7,
              (STEPS - step) * 7.0));
      if (step % 12 == 0) {
        var score = .658 + .1 * (1 - Math.exp(-step / 40.0)) + (step > 100 ? -.012 : 0);
        add(measured(step, RunEvent.Subject.TUNED, score, step <= 96));
        add(
            new RunEvent.CheckpointSaved(
                1, BEGAN.plusSeconds(step * 7L), step, "checkpoints/" + step));
      }
    }
    return this;
  }

  private static RunEvent measured(int step, RunEvent.Subject who, double score, boolean best) {
    return new RunEvent.Evaluated(
        1,
        BEGAN.plusSeconds(step * 7L),
        step,
        who,
        "validation",
        Map.of("ndcg@10", score),
        score,
        best,
        4,
        null,
        null);
  }

  synchronized void add(RunEvent event) {
    events.add(event);
    if (listener != null) {
      listener.changed(state, List.of(event));
    }
  }

  synchronized void become(RunState now) {
    state = now;
    if (listener != null) {
      listener.changed(state, List.of());
    }
  }

  SampleRun ended(Verdict verdict, double tuned, double bm25) {
    add(new RunEvent.Finished(1, BEGAN.plusSeconds(940), STEPS, 96, 938));
    report = Optional.of(report(verdict, tuned, bm25));
    become(RunState.FINISHED);
    return this;
  }

  /// Won, and measured with shorter vectors too.
  SampleRun endedAtEveryLength() {
    var won = report(Verdict.WIN, .7412, .7022);
    var v = won.validation();
    var dimensions = new LinkedHashMap<Integer, RunReport.Cut>();
    for (int dimension = 384; dimension >= 64; dimension -= 64) {
      var less = (384 - dimension) / 10_000.;
      dimensions.put(
          dimension,
          new RunReport.Cut(
              Map.of("accuracy@5", .73 - 3 * less, "ndcg@10", .6583 - 3 * less),
              Map.of("accuracy@5", .83 - less, "ndcg@10", .7412 - less)));
    }
    dimensions.keySet().removeAll(List.of(320, 192));
    var result =
        new RunReport.Result(
            v.corpus(),
            v.queries(),
            v.truncatedQueries(),
            v.truncatedPassages(),
            v.base(),
            v.tuned(),
            v.bm25(),
            v.overBase(),
            v.overBm25(),
            null,
            dimensions);
    add(new RunEvent.Finished(1, BEGAN.plusSeconds(940), STEPS, 96, 938));
    report =
        Optional.of(
            new RunReport(
                1,
                won.run(),
                won.model(),
                won.metric(),
                won.verdict(),
                STEPS,
                96,
                false,
                938,
                7,
                2400,
                result,
                null,
                RetrievalSettings.PLAIN,
                KEPT));
    become(RunState.FINISHED);
    return this;
  }

  /// A worker took it up only to keep the best.
  SampleRun stopped() {
    become(RunState.RUNNING);
    add(new RunEvent.Stopped(2, BEGAN.plusSeconds(700), 70, 60));
    report = Optional.of(report(Verdict.WIN, .7212, .7022));
    become(RunState.STOPPED);
    return this;
  }

  private static final Forgetting KEPT =
      new Forgetting(
          "ndcg@10",
          List.of(
              new Forgetting.InLanguage("en", 120, .924, .919, new Interval(-.005, -.02, .01))));

  private static final Forgetting FORGOTTEN =
      new Forgetting(
          "ndcg@10",
          List.of(
              new Forgetting.InLanguage("en", 120, .924, .801, new Interval(-.123, -.17, -.08))));

  static RunReport report(Verdict verdict, double tuned, double bm25) {
    var gain = tuned - .6583;
    var low = verdict == Verdict.WIN ? gain - .031 : gain - .05;
    return new RunReport(
        1,
        "run",
        "bge-small-en-v1.5",
        "ndcg@10",
        verdict,
        STEPS,
        96,
        false,
        938,
        7,
        2400,
        new RunReport.Result(
            412,
            100,
            0,
            .03,
            Map.of("accuracy@5", .73, "ndcg@10", .6583),
            Map.of("accuracy@5", verdict == Verdict.REGRESSION ? .69 : .83, "ndcg@10", tuned),
            Map.of("accuracy@5", .79, "ndcg@10", bm25),
            Map.of("ndcg@10", new Interval(gain, low, gain + .033)),
            Map.of("ndcg@10", new Interval(tuned - bm25, -.01, .06)),
            null,
            null),
        null,
        RetrievalSettings.PLAIN,
        verdict == Verdict.REGRESSION ? FORGOTTEN : KEPT);
  }

  synchronized List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public RunConfiguration configuration() {
    return new RunConfiguration(
        1,
        id,
        BEGAN,
        "0.1.0",
        new RunConfiguration.BaseReference("bge-small-en-v1.5", "/models/bge", "f"),
        new RunConfiguration.DatasetReference("pump manuals", "d"),
        TrainingSettings.recommended());
  }

  @Override
  public synchronized RunState state() {
    return state;
  }

  @Override
  public Optional<RunReport> report() {
    return report;
  }

  @Override
  public synchronized void requestPause() {
    asked.add("pause");
    become(RunState.PAUSED);
  }

  @Override
  public synchronized void requestResume() {
    asked.add("resume");
    become(RunState.RUNNING);
  }

  @Override
  public synchronized void requestStop() {
    asked.add("stop");
  }

  @Override
  public synchronized Watch watch(RunWatcher.Listener following) {
    listener = following;
    following.changed(state, List.copyOf(events));
    return () -> listener = null;
  }
}
