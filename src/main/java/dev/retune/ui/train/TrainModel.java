package dev.retune.ui.train;

import dev.retune.retrieval.RetrievalSettings;
import dev.retune.training.PreflightReport;
import dev.retune.training.RunReport;
import dev.retune.training.RunState;
import dev.retune.training.TrainingSettings;
import dev.retune.ui.support.Failure;
import dev.retune.ui.support.StatusLine;
import dev.retune.workflow.AuxiliaryChoice;
import dev.retune.workflow.BaseChoice;
import dev.retune.workflow.TrainingPlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the training screen shows; changed on the FX thread only.
final class TrainModel {

  /// A run in the list of runs, read off the FX thread.
  record RunLine(TrainingRun run, RunState state, Optional<Quality> quality) {
    static RunLine of(TrainingRun run) {
      return new RunLine(run, run.state(), run.report().map(Quality::of));
    }
  }

  /// What a run brought on the metric that chose its best point.
  record Quality(String metric, double base, double tuned, double bm25) {
    private static Quality of(RunReport report) {
      var metric = report.metric();
      var result = report.validation();
      return new Quality(
          metric,
          result.base().getOrDefault(metric, Double.NaN),
          result.tuned().getOrDefault(metric, Double.NaN),
          result.bm25().getOrDefault(metric, Double.NaN));
    }
  }

  /// The look at data and settings before a training.
  sealed interface Check {
    /// Not asked for, or the settings have changed since.
    record None() implements Check {}

    record Running(StatusLine line) implements Check {}

    record Done(PreflightReport report) implements Check {}

    record Failed(Failure failure) implements Check {}
  }

  final ObjectProperty<Check> check = new SimpleObjectProperty<>(new Check.None());

  /// Pairs that there will be to learn from; what the cards mean depends on it.
  final IntegerProperty pairs = new SimpleIntegerProperty();

  /// How the passages are best read and scored; what the cards mean depends on it.
  final ObjectProperty<RetrievalSettings> retrieval =
      new SimpleObjectProperty<>(RetrievalSettings.PLAIN);

  final ObjectProperty<Preset> preset = new SimpleObjectProperty<>(Preset.RECOMMENDED);

  /// The preset's settings, or what the person made of them.
  final ObjectProperty<TrainingSettings> settings =
      new SimpleObjectProperty<>(Preset.RECOMMENDED.settings(0, RetrievalSettings.PLAIN));

  /// Which models might be tuned; nothing until they are known.
  final ObjectProperty<Optional<BaseChoice>> bases = new SimpleObjectProperty<>(Optional.empty());

  /// The id of the model that is tuned.
  final ObjectProperty<String> base = new SimpleObjectProperty<>("");

  /// Whether another base model was chosen and what it means is not known yet.
  final BooleanProperty looking = new SimpleBooleanProperty();

  /// The base model that was removed and gave way to the usual one, until another is chosen.
  final ObjectProperty<Optional<String>> gone = new SimpleObjectProperty<>(Optional.empty());

  /// What the person calls the next run; empty to have it numbered.
  final ObjectProperty<String> name = new SimpleObjectProperty<>("");

  /// What else is learned from. A change of one is a change of the list.
  final ObservableList<ObjectProperty<AuxiliaryChoice>> others =
      FXCollections.observableArrayList(each -> new Observable[] {each});

  /// What of the datasets chosen last was not added.
  final ObservableList<Refusal> refused = FXCollections.observableArrayList();

  /// What each card would take.
  final ObjectProperty<Map<Preset, TrainingPlan>> cards = new SimpleObjectProperty<>(Map.of());

  /// What training with the settings as they are would be.
  final ObjectProperty<Optional<TrainingPlan>> plan = new SimpleObjectProperty<>(Optional.empty());

  final ObservableList<RunLine> runs = FXCollections.observableArrayList();
  final ObjectProperty<Optional<RunModel>> run = new SimpleObjectProperty<>(Optional.empty());
  final ObjectProperty<Optional<Failure>> failure = new SimpleObjectProperty<>(Optional.empty());

  /// Whether a run is being made.
  final BooleanProperty starting = new SimpleBooleanProperty();

  private final ReadOnlyObjectWrapper<TrainState> state =
      new ReadOnlyObjectWrapper<>(TrainState.LOADING);
  private boolean loaded;

  TrainModel() {
    run.subscribe((_, _) -> restate());
    failure.subscribe((_, _) -> restate());
    plan.subscribe((_, _) -> restate());
  }

  List<AuxiliaryChoice> chosenOthers() {
    return others.stream().map(ObjectProperty::get).toList();
  }

  ReadOnlyObjectProperty<TrainState> state() {
    return state.getReadOnlyProperty();
  }

  void loaded() {
    loaded = true;
    restate();
  }

  /// Whether the settings are not those of the chosen card.
  boolean changed() {
    return !settings.get().equals(standard());
  }

  /// The settings of the chosen card.
  TrainingSettings standard() {
    return preset.get().settings(pairs.get(), retrieval.get());
  }

  private void restate() {
    state.set(derive());
  }

  private TrainState derive() {
    if (failure.get().isPresent()) {
      return TrainState.FAILED;
    }
    if (run.get().isPresent()) {
      return TrainState.RUN;
    }
    if (!loaded || plan.get().isEmpty()) {
      return TrainState.LOADING;
    }
    var known = plan.get().get();
    return runs.isEmpty() && !known.ready() && known.trainPairs() == 0 && known.unsplit() == 0
        ? TrainState.NO_PAIRS
        : TrainState.PLAN;
  }
}
