package dev.retune.ui.documents;

import dev.retune.document.Chunk;
import dev.retune.document.Document;
import dev.retune.document.ImportSummary;
import dev.retune.document.Outcome;
import dev.retune.ui.support.Failure;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the screen shows, as properties only.
final class DocumentsModel {

  /// Exactly one at a time.
  sealed interface State {
    /// Before the first look into the project.
    record Loading() implements State {}

    /// No documents yet, or all removed.
    record Empty() implements State {}

    /// The first import is running.
    record Working() implements State {}

    /// Reading or importing failed as a whole.
    record Failed(Failure failure) implements State {}

    /// There are documents.
    record Full() implements State {}
  }

  private final ObjectProperty<State> state = new SimpleObjectProperty<>(new State.Loading());
  private final ObservableList<Document> all = FXCollections.observableArrayList();
  private final ObservableList<Document> shown = FXCollections.observableArrayList();
  private final ObjectProperty<Optional<Document>> chosen =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<Chunk>> passage =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObservableList<Chunk> passages = FXCollections.observableArrayList();
  private final ObjectProperty<Optional<ImportSummary>> summary =
      new SimpleObjectProperty<>(Optional.empty());
  private final StringProperty filter = new SimpleStringProperty("");
  private int tokenLimit = 512;
  private boolean looked;

  ObjectProperty<State> stateProperty() {
    return state;
  }

  /// Documents that pass the filter, in the table's order.
  ObservableList<Document> shown() {
    return shown;
  }

  /// Whether these are in the project.
  BooleanBinding holds(Document... documents) {
    var wanted = Stream.of(documents).map(Document::id).toList();
    return Bindings.createBooleanBinding(
        () -> all.stream().map(Document::id).toList().containsAll(wanted), all);
  }

  /// Looks at a document, whether or not the filter lets it through.
  void choose(Document document) {
    if (shown.stream().noneMatch(other -> other.id().equals(document.id()))) {
      filter.set("");
    }
    shown.stream()
        .filter(other -> other.id().equals(document.id()))
        .findFirst()
        .ifPresent(found -> chosen.set(Optional.of(found)));
  }

  List<Document> all() {
    return List.copyOf(all);
  }

  ObjectProperty<Optional<Document>> chosenProperty() {
    return chosen;
  }

  /// The passage of it that is looked at.
  ObjectProperty<Optional<Chunk>> passageProperty() {
    return passage;
  }

  /// Passages of the chosen document.
  ObservableList<Chunk> passages() {
    return passages;
  }

  ObjectProperty<Optional<ImportSummary>> summaryProperty() {
    return summary;
  }

  StringProperty filterProperty() {
    return filter;
  }

  /// Whether the project was looked into at all.
  boolean looked() {
    return looked;
  }

  int tokenLimit() {
    return tokenLimit;
  }

  /// An import began.
  void working() {
    if (all.isEmpty()) {
      state.set(new State.Working());
    }
  }

  /// Takes in what the project holds now.
  ///
  /// @param imports whether one is running: nothing yet is not the same as empty; one that failed
  ///   stays in sight
  void show(List<Document> documents, int limit, ImportModel imports) {
    looked = true;
    tokenLimit = limit;
    all.setAll(documents);
    applyFilter();
    state.set(imports.failureProperty().get().<State>map(State.Failed::new).orElse(found(imports)));
  }

  private State found(ImportModel imports) {
    if (!all.isEmpty()) {
      return new State.Full();
    }
    return imports.running() ? new State.Working() : new State.Empty();
  }

  void applyFilter() {
    var wanted = filter.get().strip().toLowerCase(Locale.ROOT);
    var passing =
        all.stream()
            .filter(document -> document.name().toLowerCase(Locale.ROOT).contains(wanted))
            .toList();
    if (shown.equals(passing)) {
      return;
    }
    if (passing.size() > shown.size() && passing.subList(0, shown.size()).equals(shown)) {
      // What comes behind leaves the choice and the place in the table alone.
      shown.addAll(passing.subList(shown.size(), passing.size()));
    } else {
      shown.setAll(passing);
    }
  }

  int usable() {
    return (int) all.stream().filter(document -> document.chunks() > 0).count();
  }

  int passageCount() {
    return all.stream().mapToInt(Document::chunks).sum();
  }

  boolean needsAttention() {
    return !all.isEmpty()
        && all.stream()
            .allMatch(document ->
                document.outcome() == Outcome.REFUSED || document.outcome() == Outcome.NEEDS_OCR);
  }
}
