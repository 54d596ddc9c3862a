package dev.retune.ui.train;

import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Outcome;
import dev.retune.ui.support.QueuedTasks;
import dev.retune.ui.support.Ui;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The runs that are alive and the one in front: watches them, and asks of the one in front what
/// the person wants. Used on the FX thread.
final class FollowedRuns {
  private final Ui ui;
  private final Messages messages;
  private final TrainServices services;
  private final TrainModel model;
  private final Runnable changed;
  private final Runnable reload;
  private final QueuedTasks asking;
  private final Map<String, FollowedRun> followed = new LinkedHashMap<>();

  /// @param changed called when one of the runs changed
  /// @param reload called when the list of runs has to be read anew
  FollowedRuns(Ui ui, TrainServices services, TrainModel model, Runnable changed, Runnable reload) {
    this.ui = ui;
    this.messages = ui.messages(FollowedRuns.class);
    this.services = services;
    this.model = model;
    this.changed = changed;
    this.reload = reload;
    this.asking = new QueuedTasks(ui.tasks());
  }

  /// Shows a run and follows it.
  void open(TrainingRun run) {
    model.run.set(Optional.of(follow(run).model()));
    letGo();
  }

  FollowedRun follow(TrainingRun run) {
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
    reload.run();
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

  /// Puts no run in front. What runs goes on and is still followed.
  void leave() {
    model.run.set(Optional.empty());
    letGo();
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
            ui.notices().say(error.problem().in(ui.locale()));
          }
        });
  }

  /// Stops following; the runs go on.
  void close() {
    followed.values().forEach(FollowedRun::close);
    followed.clear();
  }
}
