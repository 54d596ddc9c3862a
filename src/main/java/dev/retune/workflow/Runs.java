package dev.retune.workflow;

import dev.retune.dataset.DatasetFolder;
import dev.retune.dataset.DatasetInfo;
import dev.retune.dataset.Split;
import dev.retune.dataset.TrainingData;
import dev.retune.document.Chunk;
import dev.retune.document.DocumentStore;
import dev.retune.encoder.Model;
import dev.retune.encoder.Windows;
import dev.retune.model.ModelEntry;
import dev.retune.pair.PairDataset;
import dev.retune.pair.PairRow;
import dev.retune.pair.PairStore;
import dev.retune.pair.Review;
import dev.retune.pair.SplitOptions;
import dev.retune.pair.Splitter;
import dev.retune.pair.UsablePairs;
import dev.retune.project.Project;
import dev.retune.retrieval.RetrievalSettings;
import dev.retune.task.Progress;
import dev.retune.text.Problem;
import dev.retune.training.AuxiliaryData;
import dev.retune.training.MethodCheck;
import dev.retune.training.Preflight;
import dev.retune.training.PreflightReport;
import dev.retune.training.RunConfiguration;
import dev.retune.training.RunFolder;
import dev.retune.training.TrainingSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The trainings of a project: freeze the accepted pairs, start a worker, find it again.
public final class Runs {
  /// Below this many pairs tuning seldom helps.
  private static final int FEW_PAIRS = 40;

  /// Below this many questions a difference is seldom clear.
  private static final int FEW_QUESTIONS = 20;

  /// Above this share of passages beyond the model's limit, windows are recommended.
  private static final double MANY_LONG = .1;

  /// Passages that tell the language.
  private static final int SAMPLE = 20;

  private final Workbench workbench;
  private final Project project;
  private final DocumentStore documents;
  private final PairStore pairs;
  private final ProjectModel model;

  Runs(
      Workbench workbench,
      Project project,
      DocumentStore documents,
      PairStore pairs,
      ProjectModel model) {
    this.workbench = workbench;
    this.project = project;
    this.documents = documents;
    this.pairs = pairs;
    this.model = model;
  }

  /// How the project's passages are best read and scored: in windows and with BM25 joined, where
  /// more than a tenth of them are longer than the base model reads; else by the model alone.
  public RetrievalSettings recommendedRetrieval() {
    var limit = model.maxTokens(Progress.none());
    return longShare(limit) > MANY_LONG && Windows.RECOMMENDED.size() <= limit
        ? RetrievalSettings.LONG_PASSAGES
        : RetrievalSettings.PLAIN;
  }

  /// @param limit what the model reads, two special tokens included
  private double longShare(int limit) {
    return documents.longerThan(limit - 2) / (double) Math.max(1, documents.chunkCount());
  }

  /// Which model is tuned, and which might be.
  ///
  /// A model that was removed since it was chosen gives way to the usual one, for good: nothing
  /// else could count tokens or train.
  public BaseChoice base() {
    var usual = usualBase();
    var gone = model.chosen().filter(id -> !workbench.models().knows(id));
    if (gone.isPresent()) {
      model.choose(usual);
    }
    var chosen = workbench.models().find(model.id());
    var models = new ArrayList<>(workbench.models().list());
    if (models.stream().noneMatch(each -> each.id().equals(chosen.id()))) {
      models.addFirst(chosen);
    }
    return new BaseChoice(models, chosen.id(), usual, gone);
  }

  private String usualBase() {
    return BaseModels.forText(
        documents.find(_ -> true, SAMPLE).stream().map(Chunk::whole).collect(Collectors.joining()));
  }

  /// Tunes this model from now on.
  ///
  /// @param id in the catalogue, or a folder
  /// @throws dev.retune.text.ProblemException if there is none
  public void tune(String id) {
    model.choose(workbench.models().find(id).id());
  }

  /// What training with `settings` would be now. Cheap enough to ask at every change.
  public TrainingPlan plan(TrainingSettings settings) {
    return plan(settings, List.of());
  }

  /// The same, learning from other datasets too.
  public TrainingPlan plan(TrainingSettings settings, List<AuxiliaryChoice> others) {
    var usable = pairs.usable();
    var expected = expected(usable);
    var findings = new ArrayList<Problem>();
    var enough = usable.all() >= 4;
    var validated = usable.unsplit() > 0 || usable.validationQueries() > 0;
    var tooLittle =
        enough
            ? validated
                ? Optional.<Problem>empty()
                : Optional.of(Problem.of(Runs.class, "data.noValidation"))
            : Optional.of(Problem.of(Runs.class, "data.none", usable.all()));
    tooLittle.ifPresent(findings::add);
    if (tooLittle.isEmpty()) {
      if (expected < FEW_PAIRS) {
        findings.add(Problem.of(Runs.class, "data.few", expected));
      }
      if (usable.unsplit() == 0 && usable.validationQueries() < FEW_QUESTIONS) {
        findings.add(Problem.of(Runs.class, "data.validation", usable.validationQueries()));
      }
      if (expected > 0 && settings.batchSize() > expected) {
        findings.add(Problem.of(Runs.class, "data.batch", settings.batchSize(), expected));
      }
      tellLong(settings, findings);
    }
    var misfit = model.misfit(settings);
    misfit.ifPresent(findings::add);
    var mixing = new AuxiliaryShares(others);
    var clash = mixing.clash();
    clash.ifPresent(findings::add);
    var perEpoch = mixing.batches(batches(expected, settings), settings);
    var together = Math.min(settings.accumulation(), perEpoch);
    if (enough && validated && together < settings.accumulation()) {
      findings.add(
          Problem.of(
              Runs.class,
              "data.accumulation",
              Integer.toString(settings.accumulation()),
              Integer.toString(perEpoch)));
    }
    var steps = Math.ceilDiv(perEpoch, together) * settings.epochs();
    if (settings.maxSteps() > 0) {
      steps = Math.min(steps, settings.maxSteps());
    }
    var chunks = documents.chunkCount();
    var seconds =
        new TimeEstimate(pastRuns())
            .seconds(settings, steps, together, chunks, documents.meanTokens());
    return new TrainingPlan(
        usable.train(),
        chunks,
        usable.validationQueries(),
        usable.testQueries(),
        usable.unsplit(),
        steps,
        seconds,
        findings,
        tooLittle.or(() -> misfit).or(() -> clash));
  }

  /// Looks at data, settings, base model and machine within seconds. Pairs without a split count as
  /// they would be split; nothing is changed.
  ///
  /// @param auxiliary what else is learned from
  /// @throws dev.retune.text.ProblemException if there is too little data, or a dataset or the base
  ///   model cannot be opened
  /// @throws java.util.concurrent.CancellationException if cancelled
  public PreflightReport preflight(
      TrainingSettings settings, List<AuxiliaryFile> auxiliary, Progress progress) {
    return preflight(model.id(), settings, auxiliary, progress);
  }

  /// The same, tuning another model than the project's.
  ///
  /// @param base id in the catalogue, or a folder
  /// @throws dev.retune.text.ProblemException as the other
  public PreflightReport preflight(
      String base, TrainingSettings settings, List<AuxiliaryFile> auxiliary, Progress progress) {
    var now = workbench.clock().instant();
    var refused = new ArrayList<Problem>();
    var others = auxiliary.stream().flatMap(each -> each.read(now, refused::add).stream()).toList();
    var tuned = Model.read(workbench.models().ensure(base, progress).folder());
    return Preflight.of(tuned, checked(rowsAsSplit()), settings, others, refused, progress);
  }

  private List<PairRow> rowsAsSplit() {
    var rows = pairs.rows();
    var usable = pairs.usable();
    if (usable.unsplit() == 0) {
      return rows;
    }
    var splits =
        Splitter.split(rows, documents.allChunks(), SplitOptions.recommended(usable.all()));
    return rows.stream()
        .map(row -> row.withSplit(splits.getOrDefault(row.id(), row.split())))
        .toList();
  }

  /// @throws dev.retune.text.ProblemException if there is too little to learn from or to measure by
  private TrainingData checked(List<PairRow> rows) {
    var data = PairDataset.of(documents.allChunks(), rows);
    if (data.rows(Split.TRAIN).size() < 2) {
      throw Problem.of(Runs.class, "data.none", data.rows(Split.TRAIN).size()).exception();
    }
    if (!data.hasEvaluation(Split.VALIDATION)) {
      throw Problem.of(Runs.class, "data.noValidation").exception();
    }
    return data;
  }

  private void tellLong(TrainingSettings settings, List<Problem> findings) {
    if (settings.retrieval().windows() == null) {
      var limit = model.maxTokens(Progress.none());
      var share = longShare(limit);
      if (share > MANY_LONG) {
        findings.add(
            Problem.of(
                Runs.class, "data.long", (int) Math.round(100 * share), Integer.toString(limit)));
      }
    }
  }

  /// How many pairs a training would learn from now.
  public int trainPairs() {
    return expected(pairs.usable());
  }

  /// Freezes the accepted pairs and starts a worker on them. Pairs without a split are split first.
  ///
  /// @throws dev.retune.text.ProblemException if there is too little data or the run cannot be
  ///   written
  public RunFolder start(String name, TrainingSettings settings, Progress progress) {
    return start(name, settings, List.of(), progress);
  }

  /// The same, learning from other datasets too.
  ///
  /// @throws dev.retune.text.ProblemException if there is too little data, a dataset cannot be
  ///   read, or the run cannot be written
  public RunFolder start(
      String name, TrainingSettings settings, List<AuxiliaryFile> auxiliary, Progress progress) {
    var usable = pairs.usable();
    if (usable.unsplit() > 0) {
      new Review(pairs, System.getProperty("user.name", "reviewer"), workbench.clock())
          .split(SplitOptions.recommended(usable.all()));
    }
    var run = freeze(name, settings, auxiliary, progress);
    workbench.startWorker(run);
    return run;
  }

  /// Freezes the accepted pairs into a run folder without starting it.
  public RunFolder freeze(String name, TrainingSettings settings, Progress progress) {
    return freeze(name, settings, List.of(), progress);
  }

  private RunFolder freeze(
      String name, TrainingSettings settings, List<AuxiliaryFile> auxiliary, Progress progress) {
    var others = read(auxiliary);
    var base = Model.read(model.entry(progress).folder());
    MethodCheck.check(settings, base);
    var data = checked(pairs.rows());
    return RunFolder.create(
        project.runs(),
        name,
        base,
        folder -> freezeInto(folder, data),
        settings,
        others,
        workbench.version());
  }

  private List<AuxiliaryData> read(List<AuxiliaryFile> auxiliary) {
    var now = workbench.clock().instant();
    return auxiliary.stream().map(each -> each.read(now)).toList();
  }

  /// The dataset has the project's name, not the run's: it says what the questions are about, also
  /// where the model is seen from another project.
  private RunConfiguration.DatasetReference freezeInto(Path folder, TrainingData data) {
    var name = project.name();
    var info = new DatasetInfo(name, workbench.clock().instant(), name);
    return new RunConfiguration.DatasetReference(name, DatasetFolder.write(folder, data, info));
  }

  /// Starts a worker again on a run that was interrupted or failed.
  public void resume(RunFolder run) {
    workbench.startWorker(run);
  }

  /// Ends a run that was interrupted or failed with the best model it has so far. A worker takes
  /// the run up only to measure that model and to write it with its report.
  public void keepBest(RunFolder run) {
    workbench.startWorker(run);
    run.requestStop();
  }

  /// What would have to be chosen to train as in `run`: its settings, its base model where that is
  /// still there, and the other datasets as the run froze them.
  ///
  /// @throws dev.retune.text.ProblemException if one of the datasets is damaged
  public RunAgain again(RunFolder run) {
    return RunAgain.of(run, workbench.models());
  }

  /// The runs of this project, the latest first. Unreadable folders are left out and logged.
  public List<RunFolder> list() {
    return RunFolder.list(project.runs());
  }

  /// The run that a worker is at now, if any.
  public Optional<RunFolder> active() {
    return list().stream().filter(run -> run.state().alive()).findFirst();
  }

  /// Enters the models of ended runs into the catalogue; those that are in it already stay.
  ///
  /// @return the model of each ended run of this project that has one, the latest first
  public List<ModelEntry> collect() {
    return workbench.collect(list());
  }

  private static int batches(int pairs, TrainingSettings settings) {
    var batches =
        settings.dropLast()
            ? pairs / settings.batchSize()
            : Math.ceilDiv(pairs, settings.batchSize());
    return Math.max(1, batches);
  }

  private List<RunFolder> pastRuns() {
    return list().stream().filter(run -> run.state().done()).toList();
  }

  /// Pairs without a split are shared out before the training starts.
  private static int expected(UsablePairs usable) {
    var share = SplitOptions.recommended(usable.all()).shares().train();
    return usable.train() + (int) (usable.unsplit() * share);
  }
}
