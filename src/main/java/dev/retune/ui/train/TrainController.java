package dev.retune.ui.train;

import dev.retune.retrieval.RetrievalSettings;
import dev.retune.training.RunState;
import dev.retune.training.TrainingSettings;
import dev.retune.ui.support.Failure;
import dev.retune.ui.support.LatestTask;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Outcome;
import dev.retune.ui.support.QueuedTasks;
import dev.retune.ui.support.Ui;
import dev.retune.workflow.AuxiliaryChoice;
import dev.retune.workflow.BaseChoice;
import dev.retune.workflow.RunAgain;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Plans and starts runs.
final class TrainController {
  private final Ui ui;
  private final Messages messages;
  private final TrainServices services;
  private final TrainModel model;
  private final LatestTask loading;
  private final LatestTask recalling;
  private final QueuedTasks tuning;
  private final Runnable changed;
  private final Planning planning;
  private final RunCheck check;
  private final OtherData others;
  private final FollowedRuns runs;
  private boolean first;

  /// The base model that was asked for last; the one in force once nothing is being looked at.
  private String wanted;

  /// @param prepared what is in the model already
  /// @param changed called when a run or the list of runs changed
  TrainController(
      Ui ui, TrainServices services, TrainModel model, PreparedRun prepared, Runnable changed) {
    this.ui = ui;
    this.messages = ui.messages(TrainController.class);
    this.services = services;
    this.model = model;
    this.changed = changed;
    this.loading = ui.tasks().latest();
    this.recalling = ui.tasks().latest();
    this.tuning = new QueuedTasks(ui.tasks());
    this.planning = new Planning(ui, services.training(), model);
    this.check = new RunCheck(ui, services.training(), model);
    this.others = new OtherData(ui, services.training(), model);
    this.runs = new FollowedRuns(ui, services, model, changed, this::load);
    this.first = prepared.isNothing();
    this.wanted = model.base.get();
    model.settings.subscribe((_, _) -> replan());
    model.others.subscribe(() -> {
      replan();
      if (!model.looking.get()) {
        planning.deal();
      }
    });
    model.base.subscribe((_, chosen) -> tune(chosen));
    prepared.run().ifPresent(runs::open);
    if (prepared.checking()) {
      check.begin();
    }
  }

  RunCheck check() {
    return check;
  }

  OtherData others() {
    return others;
  }

  FollowedRuns runs() {
    return runs;
  }

  private record Read(
      BaseChoice base,
      List<TrainModel.RunLine> runs,
      int pairs,
      RetrievalSettings retrieval,
      Planning.Plans plans) {}

  /// Looks at data and runs anew; a run that is alive comes to the front the first time.
  void load() {
    if (!tuning.idle()) {
      // Once the model that was asked for last is in force, all is looked at.
      return;
    }
    var own =
        model.changed() ? Optional.of(model.settings.get()) : Optional.<TrainingSettings>empty();
    var chosen = model.preset.get();
    var beside = model.chosenOthers();
    loading.run(
        _ -> read(own, chosen, beside),
        outcome -> {
          switch (outcome) {
            case Outcome.Done<Read>(var read) -> show(read);
            case Outcome.Failed<Read>(var error) -> {
              model.looking.set(false);
              model.failure.set(Optional.of(error));
            }
            case Outcome.Cancelled<Read>() -> {}
          }
        });
  }

  private Read read(Optional<TrainingSettings> own, Preset chosen, List<AuxiliaryChoice> beside) {
    var training = services.training();
    var base = training.base();
    var pairs = training.pairs();
    var retrieval = training.retrieval();
    var settings = own.orElseGet(() -> chosen.settings(pairs, retrieval));
    var plans = planning.all(settings, beside, pairs, retrieval);
    var lines = training.runs().stream().map(TrainModel.RunLine::of).toList();
    return new Read(base, lines, pairs, retrieval, plans);
  }

  private void show(Read read) {
    var own = model.changed();
    model.failure.set(Optional.empty());
    wanted = read.base().chosen();
    model.bases.set(Optional.of(read.base()));
    model.base.set(read.base().chosen());
    read.base().gone().ifPresent(id -> model.gone.set(Optional.of(id)));
    model.runs.setAll(read.runs());
    model.pairs.set(read.pairs());
    model.retrieval.set(read.retrieval());
    if (!own) {
      model.settings.set(model.standard());
    }
    planning.take(read.plans());
    model.looking.set(false);
    model.loaded();
    read.runs().stream()
        .filter(line -> line.state().alive())
        .forEach(line -> runs.follow(line.run()));
    if (first && model.run.get().isEmpty()) {
      read.runs().stream()
          .filter(line -> line.state().alive() || line.state() == RunState.INTERRUPTED)
          .findFirst()
          .ifPresent(line -> runs.open(line.run()));
    }
    first = false;
    changed.run();
  }

  private void replan() {
    check.drop();
    if (!model.looking.get()) {
      planning.plan();
    }
  }

  /// Chooses a card; settings changed by hand are given up, unless the person takes that back.
  void choose(Preset preset) {
    var own = model.changed();
    var before = model.preset.get();
    TrainingSettings settings = model.settings.get();
    model.preset.set(preset);
    model.settings.set(model.standard());
    if (own) {
      ui.notices()
          .say(
              messages.get("settings.back"),
              messages.get("undo"),
              () -> {
                model.preset.set(before);
                model.settings.set(settings);
              });
    }
  }

  /// What is recommended depends on the model, so that all is looked at anew. Till then nothing can
  /// be started: what is known speaks of the model before.
  private void tune(String base) {
    if (base.equals(wanted)) {
      return;
    }
    wanted = base;
    check.drop();
    loading.cancel();
    planning.forget();
    model.gone.set(Optional.empty());
    model.looking.set(true);
    tuning.<Boolean>run(
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

  /// Makes a run of the settings and shows it.
  void start() {
    if (model.starting.get()) {
      return;
    }
    model.starting.set(true);
    var settings = model.settings.get();
    var beside = model.chosenOthers();
    var chosen = model.name.get().strip();
    var name =
        chosen.isEmpty()
            ? messages.get("run.name", Integer.toString(model.runs.size() + 1))
            : chosen;
    ui.tasks()
        .run(
            messages.text("starting"),
            progress -> services.training().start(name, settings, beside, progress),
            outcome -> {
              model.starting.set(false);
              switch (outcome) {
                case Outcome.Done<TrainingRun>(var run) -> {
                  ui.saved().now();
                  model.name.set("");
                  runs.open(run);
                  load();
                }
                case Outcome.Failed<TrainingRun>(var error) -> say(error);
                case Outcome.Cancelled<TrainingRun>() -> {}
              }
            });
  }

  /// Goes back to planning and the list of runs. What runs goes on and is still followed.
  void leave() {
    runs.leave();
    load();
  }

  /// Goes back to planning, with the settings, the base model and the other datasets of this run;
  /// the person can take back what stood there before.
  void again(TrainingRun run) {
    recalling.run(
        _ -> services.training().again(run),
        outcome -> {
          switch (outcome) {
            case Outcome.Done<RunAgain>(var recalled) -> recall(run, recalled);
            case Outcome.Failed<RunAgain>(var error) -> say(error);
            case Outcome.Cancelled<RunAgain>() -> {}
          }
        });
  }

  private void recall(TrainingRun run, RunAgain recalled) {
    TrainingSettings settings = model.settings.get();
    var beside = List.copyOf(model.others);
    var base = model.base.get();
    runs.leave();
    model.settings.set(recalled.settings());
    model.others.setAll(
        recalled.others().stream()
            .<ObjectProperty<AuxiliaryChoice>>map(SimpleObjectProperty::new)
            .toList());
    recalled.base().ifPresent(model.base::set);
    load();
    var configuration = run.configuration();
    var said =
        recalled.base().isPresent()
            ? messages.get("run.again.done", configuration.name())
            : messages.get("run.again.without", configuration.name(), configuration.base().id());
    ui.notices()
        .say(
            said,
            messages.get("undo"),
            () -> {
              model.settings.set(settings);
              model.others.setAll(beside);
              model.base.set(base);
            });
  }

  private void say(Failure error) {
    ui.notices().say(error.problem().in(ui.locale()));
  }

  /// Stops following; the runs go on.
  void close() {
    check.cancel();
    runs.close();
  }
}
