package dev.retune.ui.train;

import dev.retune.retrieval.RetrievalSettings;
import dev.retune.training.TrainingSettings;
import dev.retune.workflow.AuxiliaryChoice;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;

/// What a person has prepared for the next run, for a screen that takes the place of another.
public final class PreparedRun {
  private final Optional<Prepared> prepared;

  private PreparedRun(Optional<Prepared> prepared) {
    this.prepared = prepared;
  }

  /// @param pairs what the cards meant; whether settings differ from them depends on it, as on
  ///   `retrieval`
  /// @param run the one in front
  private record Prepared(
      Preset preset,
      TrainingSettings settings,
      int pairs,
      RetrievalSettings retrieval,
      List<AuxiliaryChoice> others,
      List<Refusal> refused,
      String name,
      String base,
      TrainModel.Check check,
      Optional<TrainingRun> run) {}

  /// Nothing yet.
  public static PreparedRun nothing() {
    return new PreparedRun(Optional.empty());
  }

  static PreparedRun of(TrainModel model) {
    if (model.state().get() == TrainState.LOADING) {
      return nothing();
    }
    return new PreparedRun(
        Optional.of(
            new Prepared(
                model.preset.get(),
                model.settings.get(),
                model.pairs.get(),
                model.retrieval.get(),
                model.chosenOthers(),
                List.copyOf(model.refused),
                model.name.get(),
                model.base.get(),
                model.check.get(),
                model.run.get().map(shown -> shown.run))));
  }

  boolean isNothing() {
    return prepared.isEmpty();
  }

  Optional<TrainingRun> run() {
    return prepared.flatMap(Prepared::run);
  }

  /// Whether the check was under way and has to begin anew.
  boolean checking() {
    return prepared.filter(known -> known.check() instanceof TrainModel.Check.Running).isPresent();
  }

  void into(TrainModel model) {
    prepared.ifPresent(known -> {
      model.preset.set(known.preset());
      model.pairs.set(known.pairs());
      model.retrieval.set(known.retrieval());
      model.settings.set(known.settings());
      known.others().forEach(each -> model.others.add(new SimpleObjectProperty<>(each)));
      model.refused.setAll(known.refused());
      model.name.set(known.name());
      model.base.set(known.base());
      if (!checking()) {
        model.check.set(known.check());
      }
    });
  }
}
