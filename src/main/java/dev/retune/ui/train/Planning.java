package dev.retune.ui.train;

import dev.retune.retrieval.RetrievalSettings;
import dev.retune.training.TrainingSettings;
import dev.retune.ui.support.LatestTask;
import dev.retune.ui.support.Outcome;
import dev.retune.ui.support.Ui;
import dev.retune.workflow.AuxiliaryChoice;
import dev.retune.workflow.TrainingPlan;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a training would be: as it is set, and by each card. Used on the FX thread.
final class Planning {
  private final Training training;
  private final TrainModel model;
  private final LatestTask planning;
  private final LatestTask dealing;

  Planning(Ui ui, Training training, TrainModel model) {
    this.training = training;
    this.model = model;
    this.planning = ui.tasks().latest();
    this.dealing = ui.tasks().latest();
  }

  /// What was worked out for one state of settings and other datasets.
  record Plans(
      TrainingSettings settings,
      List<AuxiliaryChoice> others,
      Map<Preset, TrainingPlan> cards,
      TrainingPlan plan) {}

  /// Works out all of it, off the FX thread.
  Plans all(
      TrainingSettings settings,
      List<AuxiliaryChoice> others,
      int pairs,
      RetrievalSettings retrieval) {
    return new Plans(
        settings, others, cards(others, pairs, retrieval), training.plan(settings, others));
  }

  private Map<Preset, TrainingPlan> cards(
      List<AuxiliaryChoice> others, int pairs, RetrievalSettings retrieval) {
    var cards = new EnumMap<Preset, TrainingPlan>(Preset.class);
    for (var preset : Preset.values()) {
      cards.put(preset, training.plan(preset.settings(pairs, retrieval), others));
    }
    return cards;
  }

  /// Takes what was worked out; what speaks of settings or datasets that have changed meanwhile is
  /// worked out again.
  void take(Plans read) {
    forget();
    model.cards.set(read.cards());
    var others = model.chosenOthers();
    if (!read.others().equals(others)) {
      deal();
    }
    if (read.others().equals(others) && read.settings().equals(model.settings.get())) {
      model.plan.set(Optional.of(read.plan()));
    } else {
      plan();
    }
  }

  /// What is being worked out speaks of what is no more.
  void forget() {
    planning.cancel();
    dealing.cancel();
  }

  /// What the settings as they are mean.
  void plan() {
    TrainingSettings settings = model.settings.get();
    var others = model.chosenOthers();
    planning.run(
        _ -> training.plan(settings, others),
        outcome -> {
          switch (outcome) {
            case Outcome.Done<TrainingPlan>(var plan) -> model.plan.set(Optional.of(plan));
            case Outcome.Failed<TrainingPlan>(var error) -> model.failure.set(Optional.of(error));
            case Outcome.Cancelled<TrainingPlan>() -> {}
          }
        });
  }

  /// What each card means beside the other datasets.
  void deal() {
    var others = model.chosenOthers();
    var pairs = model.pairs.get();
    RetrievalSettings retrieval = model.retrieval.get();
    dealing.run(
        _ -> cards(others, pairs, retrieval),
        outcome -> {
          if (outcome instanceof Outcome.Done<Map<Preset, TrainingPlan>>(var cards)) {
            model.cards.set(cards);
          } else if (outcome instanceof Outcome.Failed<Map<Preset, TrainingPlan>>(var error)) {
            model.failure.set(Optional.of(error));
          }
        });
  }
}
