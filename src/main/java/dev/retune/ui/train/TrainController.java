package dev.retune.ui.train;

import dev.retune.retrieval.RetrievalSettings;
import dev.retune.training.PreflightReport;
import dev.retune.training.RunState;
import dev.retune.training.TrainingSettings;
import dev.retune.ui.support.Failure;
import dev.retune.ui.support.LatestTask;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Outcome;
import dev.retune.ui.support.QueuedTasks;
import dev.retune.ui.support.Ui;
import dev.retune.workflow.AuxiliaryChoice;
import dev.retune.workflow.AuxiliaryContent;
import dev.retune.workflow.BaseChoice;
import dev.retune.workflow.TrainingPlan;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Plans, starts, watches and ends runs.
final class TrainController {
  private final Ui ui;
  private final Messages messages;
  private final TrainServices services;
  private final TrainModel model;
  private final LatestTask loading;
  private final LatestTask planning;
  private final QueuedTasks asking;
  private final Runnable changed;
  private final Map<String, FollowedRun> followed = new LinkedHashMap<>();

  /// @param changed called when a run or the list of runs changed
  TrainController(Ui ui, TrainServices services, TrainModel model, Runnable changed) {
    this.ui = ui;
    this.messages = ui.messages(TrainController.class);
    this.services = services;
    this.model = model;
    this.changed = changed;
    this.loading = ui.tasks().latest();
    this.planning = ui.tasks().latest();
    this.asking = new QueuedTasks(ui.tasks());
    Runnable otherwise =
        () -> {
          plan();
          uncheck();
        };
    model.settings.subscribe((_, _) -> otherwise.run());
    model.others.subscribe(otherwise);
    model.base.subscribe((_, chosen) -> tune(chosen));
  }

  private record Read(
      BaseChoice base,
      List<TrainModel.RunLine> runs,
      int pairs,
      RetrievalSettings retrieval,
      Map<Preset, TrainingPlan> cards,
      TrainingPlan plan) {}

  /// Looks at data and runs anew; a run that is alive comes to the front the first time.
  void load() {
    var own =
        model.changed() ? Optional.of(model.settings.get()) : Optional.<TrainingSettings>empty();
    var chosen = model.preset.get();
    var others = model.chosenOthers();
    var first = model.state().get() == TrainState.LOADING;
    loading.run(
        _ -> read(own, chosen, others),
        outcome -> {
          switch (outcome) {
            case Outcome.Done<Read>(var read) -> show(read, first);
            case Outcome.Failed<Read>(var error) -> model.failure.set(Optional.of(error));
            case Outcome.Cancelled<Read>() -> {}
          }
        });
  }

  private Read read(Optional<TrainingSettings> own, Preset chosen, List<AuxiliaryChoice> others) {
    var training = services.training();
    var base = training.base();
    var pairs = training.pairs();
    var retrieval = training.retrieval();
    var cards = new EnumMap<Preset, TrainingPlan>(Preset.class);
    for (var preset : Preset.values()) {
      cards.put(preset, training.plan(preset.settings(pairs, retrieval), others));
    }
    var plan =
        own.map(settings -> training.plan(settings, others)).orElseGet(() -> planOf(cards, chosen));
    var lines = training.runs().stream().map(TrainController::line).toList();
    return new Read(base, lines, pairs, retrieval, cards, plan);
  }

  private static TrainingPlan planOf(Map<Preset, TrainingPlan> cards, Preset chosen) {
    return Objects.requireNonNull(cards.get(chosen));
  }

  private void show(Read read, boolean first) {
    var own = model.changed();
    model.failure.set(Optional.empty());
    model.bases.set(Optional.of(read.base()));
    model.base.set(read.base().chosen());
    model.runs.setAll(read.runs());
    model.pairs.set(read.pairs());
    model.retrieval.set(read.retrieval());
    if (!own) {
      model.settings.set(model.standard());
    }
    model.cards.set(read.cards());
    model.plan.set(Optional.of(read.plan()));
    model.loaded();
    read.runs().stream().filter(line -> line.state().alive()).forEach(line -> follow(line.run()));
    if (first && model.run.get().isEmpty()) {
      read.runs().stream()
          .filter(line -> line.state().alive() || line.state() == RunState.INTERRUPTED)
          .findFirst()
          .ifPresent(line -> open(line.run()));
    }
    changed.run();
  }

  private static TrainModel.RunLine line(TrainingRun run) {
    var quality =
        run.report()
            .map(report -> {
              var metric = report.metric();
              var result = report.validation();
              return new TrainModel.Quality(
                  metric,
                  result.base().getOrDefault(metric, Double.NaN),
                  result.tuned().getOrDefault(metric, Double.NaN),
                  result.bm25().getOrDefault(metric, Double.NaN));
            });
    return new TrainModel.RunLine(run, run.state(), quality);
  }

  /// Chooses a card; settings changed by hand are given up.
  void choose(Preset preset) {
    model.preset.set(preset);
    model.settings.set(model.standard());
  }

  /// What is recommended depends on the model, so that all is looked at anew.
  private void tune(String base) {
    if (model.bases.get().map(BaseChoice::chosen).filter(base::equals).isPresent()) {
      return;
    }
    uncheck();
    asking.<Boolean>run(
        _ -> {
          services.training().tune(base);
          return true;
        },
        outcome -> {
          if (outcome instanceof Outcome.Failed<Boolean>(var error)) {
            say(error);
          }
          load();
        });
  }

  private void plan() {
    TrainingSettings settings = model.settings.get();
    var others = model.chosenOthers();
    planning.run(
        _ -> services.training().plan(settings, others),
        outcome -> {
          switch (outcome) {
            case Outcome.Done<TrainingPlan>(var plan) -> model.plan.set(Optional.of(plan));
            case Outcome.Failed<TrainingPlan>(var error) -> model.failure.set(Optional.of(error));
            case Outcome.Cancelled<TrainingPlan>() -> {}
          }
        });
  }

  /// Looks at data, settings and machine, without starting anything.
  void check() {
    uncheck();
    var settings = model.settings.get();
    var others = model.chosenOthers();
    var line =
        ui.tasks()
            .run(
                messages.text("check.running"),
                progress -> services.training().preflight(settings, others, progress),
                outcome -> {
                  if (settings.equals(model.settings.get())
                      && others.equals(model.chosenOthers())) {
                    model.check.set(checked(outcome));
                  }
                });
    model.check.set(new TrainModel.Check.Running(line));
  }

  private static TrainModel.Check checked(Outcome<PreflightReport> outcome) {
    return switch (outcome) {
      case Outcome.Done<PreflightReport>(var report) -> new TrainModel.Check.Done(report);
      case Outcome.Failed<PreflightReport>(var error) -> new TrainModel.Check.Failed(error);
      case Outcome.Cancelled<PreflightReport>() -> new TrainModel.Check.None();
    };
  }

  /// What was found with other settings does not count.
  private void uncheck() {
    if (model.check.get() instanceof TrainModel.Check.Running(var line)) {
      line.cancel();
    }
    model.check.set(new TrainModel.Check.None());
  }

  /// Learns from the dataset in a file or folder too.
  void add(Path dataset) {
    model.refused.set(Optional.empty());
    ui.tasks()
        .run(
            messages.text("others.reading", dataset.getFileName().toString()),
            _ -> services.training().look(dataset),
            outcome -> {
              switch (outcome) {
                case Outcome.Done<AuxiliaryContent>(var content) ->
                    model.others.add(new SimpleObjectProperty<>(AuxiliaryChoice.usual(content)));
                case Outcome.Failed<AuxiliaryContent>(var error) ->
                    model.refused.set(Optional.of(error));
                case Outcome.Cancelled<AuxiliaryContent>() -> {}
              }
            });
  }

  /// Learns from one of the other datasets no longer, unless the person takes that back.
  void remove(ObjectProperty<AuxiliaryChoice> other) {
    var place = model.others.indexOf(other);
    model.others.remove(other);
    ui.notices()
        .say(
            messages.get("others.removed", other.get().content().path().getFileName().toString()),
            messages.get("others.undo"),
            () -> model.others.add(Math.min(place, model.others.size()), other));
  }

  /// Makes a run of the settings and shows it.
  void start() {
    if (model.starting.get()) {
      return;
    }
    model.starting.set(true);
    var settings = model.settings.get();
    var others = model.chosenOthers();
    var chosen = model.name.get().strip();
    var name =
        chosen.isEmpty()
            ? messages.get("run.name", Integer.toString(model.runs.size() + 1))
            : chosen;
    ui.tasks()
        .run(
            messages.text("starting"),
            progress -> services.training().start(name, settings, others, progress),
            outcome -> {
              model.starting.set(false);
              switch (outcome) {
                case Outcome.Done<TrainingRun>(var run) -> {
                  ui.saved().now();
                  model.name.set("");
                  open(run);
                  load();
                }
                case Outcome.Failed<TrainingRun>(var error) -> say(error);
                case Outcome.Cancelled<TrainingRun>() -> {}
              }
            });
  }

  /// Shows a run and follows it.
  void open(TrainingRun run) {
    model.run.set(Optional.of(follow(run).model()));
    letGo();
  }

  private FollowedRun follow(TrainingRun run) {
    var known = followed.get(run.id());
    if (known != null) {
      return known;
    }
    var following = new FollowedRun(ui, run, _ -> changed.run(), this::ended);
    followed.put(run.id(), following);
    following.begin();
    return following;
  }

  private void ended() {
    ui.saved().now();
    services.ended().run();
    load();
    letGo();
  }

  /// The run that a worker is at, in front or not.
  Optional<RunModel> living() {
    return followed.values().stream()
        .filter(FollowedRun::alive)
        .map(FollowedRun::model)
        .findFirst();
  }

  /// Stops following what is neither in front nor alive.
  private void letGo() {
    followed
        .values()
        .removeIf(following -> {
          var needed = following.alive() || model.run.get().equals(Optional.of(following.model()));
          if (!needed) {
            following.close();
          }
          return !needed;
        });
  }

  /// Goes back to planning and the list of runs. What runs goes on and is still followed.
  void leave() {
    model.run.set(Optional.empty());
    letGo();
    load();
  }

  /// Goes back to planning, with the settings of this run.
  void again(TrainingRun run) {
    var configuration = run.configuration();
    leave();
    model.settings.set(configuration.settings());
    var alone = configuration.auxiliary() == null;
    ui.notices()
        .say(messages.get(alone ? "run.again.done" : "run.again.alone", configuration.name()));
  }

  void pause() {
    ask(TrainingRun::requestPause);
  }

  void goOn() {
    ask(TrainingRun::requestResume);
  }

  void stop() {
    ask(TrainingRun::requestStop);
    ui.notices().say(messages.get("stopping"));
  }

  /// Starts a worker again where the run was interrupted.
  void takeUp() {
    revive(services.training()::takeUp);
  }

  /// Ends an interrupted run with the best it has.
  void keepBest() {
    revive(services.training()::keepBest);
    ui.notices().say(messages.get("keeping"));
  }

  private void revive(Consumer<TrainingRun> how) {
    model
        .run
        .get()
        .filter(shown -> !shown.reviving.get())
        .ifPresent(shown -> {
          shown.reviving.set(true);
          tell(shown, how, () -> shown.reviving.set(false));
        });
  }

  private void ask(Consumer<TrainingRun> what) {
    model.run.get().ifPresent(shown -> tell(shown, what, () -> {}));
  }

  private void tell(RunModel shown, Consumer<TrainingRun> what, Runnable then) {
    asking.<Boolean>run(
        _ -> {
          what.accept(shown.run);
          return true;
        },
        outcome -> {
          then.run();
          if (outcome instanceof Outcome.Failed<Boolean>(var error)) {
            say(error);
          }
        });
  }

  private void say(Failure error) {
    var problem = error.problem();
    ui.notices().say(problem.cause().in(ui.locale()) + " " + problem.remedy().in(ui.locale()));
  }

  /// Stops following; the runs go on.
  void close() {
    followed.values().forEach(FollowedRun::close);
    followed.clear();
  }
}
