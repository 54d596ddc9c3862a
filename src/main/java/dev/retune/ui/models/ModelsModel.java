package dev.retune.ui.models;

import dev.retune.model.ModelEntry;
import dev.retune.ui.support.Failure;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the screen shows, as properties only.
final class ModelsModel {

  /// Exactly one at a time.
  sealed interface State {
    record Loading() implements State {}

    record Failed(Failure failure) implements State {}

    record Full() implements State {}
  }

  private final ObjectProperty<State> state = new SimpleObjectProperty<>(new State.Loading());
  private final ReadOnlyIntegerWrapper tuned = new ReadOnlyIntegerWrapper();
  private List<ModelEntry> all = List.of();
  private Set<String> ofProject = Set.of();
  private final ObservableList<ModelEntry> shown = FXCollections.observableArrayList();
  private final ObjectProperty<Optional<ModelEntry>> chosen =
      new SimpleObjectProperty<>(Optional.empty());
  private final BooleanProperty connecting = new SimpleBooleanProperty();
  private final StringProperty filter = new SimpleStringProperty("");

  ObjectProperty<State> stateProperty() {
    return state;
  }

  ObservableList<ModelEntry> shown() {
    return shown;
  }

  ObjectProperty<Optional<ModelEntry>> chosenProperty() {
    return chosen;
  }

  /// Whether the panel that connects a model is open.
  BooleanProperty connectingProperty() {
    return connecting;
  }

  StringProperty filterProperty() {
    return filter;
  }

  /// Whether a run of the open project made `model`.
  boolean ofProject(ModelEntry model) {
    return ofProject.contains(model.id());
  }

  /// How many tuned models the open project has.
  ReadOnlyIntegerProperty tunedProperty() {
    return tuned.getReadOnlyProperty();
  }

  /// Takes in what the catalogue holds now; keeps the choice where it can, else chooses the newest
  /// tuned model, of this project if there is one.
  void show(ModelsPort.Known known) {
    var before = chosen.get().map(ModelEntry::id).orElse("");
    all = known.all();
    ofProject = known.ofProject();
    tuned.set((int) all.stream().filter(this::ofProject).count());
    applyFilter();
    chosen.set(
        all.stream()
            .filter(model -> model.id().equals(before))
            .findFirst()
            .or(() -> all.stream().filter(this::ofProject).findFirst())
            .or(() ->
                all.stream().filter(model -> model.kind() == ModelEntry.Kind.TUNED).findFirst())
            .or(() -> all.stream().findFirst()));
    state.set(new State.Full());
  }

  void applyFilter() {
    var wanted = filter.get().strip().toLowerCase(Locale.ROOT);
    var passing =
        all.stream()
            .filter(model -> model.name().toLowerCase(Locale.ROOT).contains(wanted))
            .toList();
    if (!shown.equals(passing)) {
      shown.setAll(passing);
    }
  }
}
