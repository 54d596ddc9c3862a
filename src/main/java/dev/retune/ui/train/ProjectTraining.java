package dev.retune.ui.train;

import dev.retune.retrieval.RetrievalSettings;
import dev.retune.task.Progress;
import dev.retune.training.PreflightReport;
import dev.retune.training.RunConfiguration;
import dev.retune.training.RunFolder;
import dev.retune.training.RunReport;
import dev.retune.training.RunState;
import dev.retune.training.RunWatcher;
import dev.retune.training.TrainingSettings;
import dev.retune.workflow.AuxiliaryChoice;
import dev.retune.workflow.AuxiliaryContent;
import dev.retune.workflow.AuxiliaryFile;
import dev.retune.workflow.BaseChoice;
import dev.retune.workflow.ProjectSession;
import dev.retune.workflow.RunAgain;
import dev.retune.workflow.TrainingPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The runs of an open project.
record ProjectTraining(ProjectSession session) implements Training {
  private static final Duration LIVELY = Duration.ofMillis(400);

  static TrainServices services(ProjectSession session, TrainNavigation go) {
    return new TrainServices(
        new ProjectTraining(session),
        go.toPairs(),
        go.toPair(),
        go.openSample(),
        go.compare(),
        go.ended());
  }

  @Override
  public int pairs() {
    return session.runs().trainPairs();
  }

  @Override
  public BaseChoice base() {
    return session.runs().base();
  }

  @Override
  public void tune(String base) {
    session.runs().tune(base);
  }

  @Override
  public RetrievalSettings retrieval() {
    return session.runs().recommendedRetrieval();
  }

  @Override
  public TrainingPlan plan(TrainingSettings settings, List<AuxiliaryChoice> others) {
    return session.runs().plan(settings, others);
  }

  @Override
  public AuxiliaryContent look(Path dataset, Progress progress) {
    return AuxiliaryContent.read(dataset, progress);
  }

  @Override
  public RunAgain again(TrainingRun run) {
    return run instanceof Folder(var folder)
        ? session.runs().again(folder)
        : new RunAgain(run.configuration().settings(), Optional.empty(), List.of());
  }

  @Override
  public PreflightReport preflight(
      TrainingSettings settings, List<AuxiliaryChoice> others, Progress progress) {
    return session.runs().preflight(settings, files(others), progress);
  }

  @Override
  public List<TrainingRun> runs() {
    return session.runs().list().stream().<TrainingRun>map(Folder::new).toList();
  }

  @Override
  public TrainingRun start(
      String name, TrainingSettings settings, List<AuxiliaryChoice> others, Progress progress) {
    return new Folder(session.runs().start(name, settings, files(others), progress));
  }

  private static List<AuxiliaryFile> files(List<AuxiliaryChoice> others) {
    return others.stream().map(AuxiliaryChoice::file).toList();
  }

  @Override
  public void takeUp(TrainingRun run) {
    if (run instanceof Folder(var folder)) {
      session.runs().resume(folder);
    }
  }

  @Override
  public void keepBest(TrainingRun run) {
    if (run instanceof Folder(var folder)) {
      session.runs().keepBest(folder);
    }
  }

  private record Folder(RunFolder folder) implements TrainingRun {
    @Override
    public String id() {
      return folder.id();
    }

    @Override
    public RunConfiguration configuration() {
      return folder.configuration();
    }

    @Override
    public RunState state() {
      return folder.state();
    }

    @Override
    public Optional<RunReport> report() {
      return folder.report();
    }

    @Override
    public void requestPause() {
      folder.requestPause();
    }

    @Override
    public void requestResume() {
      folder.requestResume();
    }

    @Override
    public void requestStop() {
      folder.requestStop();
    }

    @Override
    public Watch watch(RunWatcher.Listener listener) {
      return RunWatcher.watch(folder, LIVELY, listener)::close;
    }
  }
}
