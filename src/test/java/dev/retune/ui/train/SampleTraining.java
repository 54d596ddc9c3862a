package dev.retune.ui.train;

import dev.retune.model.ModelEntry;
import dev.retune.retrieval.RetrievalSettings;
import dev.retune.task.Progress;
import dev.retune.text.Problem;
import dev.retune.text.Text;
import dev.retune.training.Preflight;
import dev.retune.training.PreflightReport;
import dev.retune.training.RunState;
import dev.retune.training.TrainingSettings;
import dev.retune.training.preflight.Finding;
import dev.retune.workflow.AuxiliaryChoice;
import dev.retune.workflow.AuxiliaryContent;
import dev.retune.workflow.BaseChoice;
import dev.retune.workflow.BaseModels;
import dev.retune.workflow.RunAgain;
import dev.retune.workflow.TrainingPlan;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/// A project's trainings in memory.
final class SampleTraining implements Training {
  final List<TrainingRun> runs = new ArrayList<>();
  final List<TrainingSettings> started = new ArrayList<>();
  final List<AuxiliaryChoice> others = new ArrayList<>();
  final List<String> taken = new ArrayList<>();
  final List<String> kept = new ArrayList<>();
  final List<String> compared = new ArrayList<>();
  final List<String> openedPairs = new ArrayList<>();
  final CountDownLatch checking = new CountDownLatch(1);
  String tuned = BaseModels.ENGLISH;
  int pairs = 218;
  List<Finding> found = List.of();

  RetrievalSettings retrieval = RetrievalSettings.PLAIN;
  List<Problem> findings = List.of();
  Optional<String> gone = Optional.empty();
  Optional<String> againOn = Optional.empty();

  /// The model that takes long to look at, till the test lets it.
  String slow = "";

  final List<String> asked = new CopyOnWriteArrayList<>();
  final CountDownLatch looked = new CountDownLatch(1);

  TrainServices services() {
    return new TrainServices(this, () -> {}, openedPairs::add, () -> {}, compared::add, () -> {});
  }

  static Problem few() {
    return new Problem(
        "workflow.data.validation",
        Text.of(TrainScreen.class, "data.validation"),
        Text.of(TrainScreen.class, "no-pairs.sentence"));
  }

  @Override
  public int pairs() {
    return pairs;
  }

  @Override
  public BaseChoice base() {
    return new BaseChoice(
        List.of(
            entry(BaseModels.ENGLISH, "bge-small-en-v1.5"),
            entry(BaseModels.CHINESE, "bge-small-zh-v1.5"),
            entry("t-1", "Pump manuals, run 2")),
        tuned,
        BaseModels.ENGLISH,
        gone);
  }

  /// As of a model with twelve layers, all of which were frozen.
  private Optional<Problem> misfit(TrainingSettings settings) {
    return settings.freeze().layers() < 12
        ? Optional.empty()
        : Optional.of(
            new Problem(
                "training.freeze",
                Text.of(TrainScreen.class, "setting.freezeLayers"),
                Text.of(TrainScreen.class, "setting.freezeLayers.why")));
  }

  private static ModelEntry entry(String id, String name) {
    return new ModelEntry(id, name, Path.of(id), ModelEntry.Kind.IMPORTED, Instant.EPOCH, null, 1);
  }

  @Override
  public void tune(String base) {
    tuned = base;
    asked.add(base);
    // Another's look takes no longer than the test wants.
    while (base.equals(slow) && looked.getCount() > 0) {
      LockSupport.parkNanos(5_000_000);
    }
  }

  @Override
  public RetrievalSettings retrieval() {
    return retrieval;
  }

  @Override
  public TrainingPlan plan(TrainingSettings settings, List<AuxiliaryChoice> others) {
    var more = others.stream().mapToInt(each -> each.content().rows()).sum();
    var steps = Math.max(1, (pairs + more) / settings.batchSize()) * settings.epochs();
    if (settings.maxSteps() > 0) {
      steps = Math.min(steps, settings.maxSteps());
    }
    var blocking = pairs > 0 ? misfit(settings) : Optional.of(few());
    return new TrainingPlan(
        pairs, 412, 47, 40, pairs == 0 ? 0 : 12, steps, steps * 7.4, findings, blocking);
  }

  @Override
  public AuxiliaryContent look(Path dataset, Progress progress) {
    return AuxiliaryContent.read(dataset, progress);
  }

  @Override
  public RunAgain again(TrainingRun run) {
    return new RunAgain(run.configuration().settings(), againOn, List.of());
  }

  /// Ends when the test lets it, or is cancelled.
  @Override
  public PreflightReport preflight(
      TrainingSettings settings, List<AuxiliaryChoice> others, Progress progress) {
    progress.begin(Text.of(Preflight.class, "preflight.ranking"), 412);
    progress.advance(96);
    while (checking.getCount() > 0) {
      progress.checkCancelled();
      LockSupport.parkNanos(5_000_000);
    }
    return new PreflightReport(
        found,
        pairs,
        412,
        47,
        40,
        new PreflightReport.Expected(134, 940, 800, 3120, 24105, 480, 2900));
  }

  @Override
  public List<TrainingRun> runs() {
    return List.copyOf(runs);
  }

  @Override
  public TrainingRun start(
      String name, TrainingSettings settings, List<AuxiliaryChoice> others, Progress progress) {
    started.add(settings);
    this.others.addAll(others);
    var run = new SampleRun(name, RunState.RUNNING).trained(0);
    runs.addFirst(run);
    return run;
  }

  @Override
  public void takeUp(TrainingRun run) {
    taken.add(run.id());
    ((SampleRun) run).become(RunState.RUNNING);
  }

  @Override
  public void keepBest(TrainingRun run) {
    kept.add(run.id());
    ((SampleRun) run).stopped();
  }
}
