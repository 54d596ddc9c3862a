package dev.retune.ui.compare;

import dev.retune.model.ModelEntry;
import dev.retune.retrieval.QueryOutcome;
import dev.retune.ui.compare.Opened.Measured;
import dev.retune.ui.support.Failure;
import dev.retune.ui.support.StatusLine;
import dev.retune.workflow.SideBySide;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/// What the comparison shows; changed on the FX thread only.
final class CompareModel {

  /// A measured question.
  record Line(String question, QueryOutcome outcome) {}

  final ObjectProperty<CompareState> state = new SimpleObjectProperty<>(CompareState.LOADING);
  final ObservableList<ModelEntry> bases = FXCollections.observableArrayList();
  final ObservableList<ModelEntry> tuned = FXCollections.observableArrayList();
  final ObjectProperty<Optional<ModelEntry>> base = new SimpleObjectProperty<>(Optional.empty());
  final ObjectProperty<Optional<ModelEntry>> challenger =
      new SimpleObjectProperty<>(Optional.empty());
  final ObjectProperty<Optional<Opened>> opened = new SimpleObjectProperty<>(Optional.empty());
  final ObjectProperty<Optional<StatusLine>> opening = new SimpleObjectProperty<>(Optional.empty());
  final ObjectProperty<Optional<Failure>> failure = new SimpleObjectProperty<>(Optional.empty());

  final ObservableList<Opened.Question> questions = FXCollections.observableArrayList();
  final StringProperty question = new SimpleStringProperty("");
  final ObjectProperty<Optional<SideBySide>> answer = new SimpleObjectProperty<>(Optional.empty());
  final BooleanProperty asking = new SimpleBooleanProperty();

  /// Why the last question has no answer.
  final ObjectProperty<Optional<Failure>> askFailure = new SimpleObjectProperty<>(Optional.empty());

  /// The passage chosen in one column, marked in all.
  final ObjectProperty<Optional<UUID>> passage = new SimpleObjectProperty<>(Optional.empty());

  final ObjectProperty<Optional<Measured>> measured = new SimpleObjectProperty<>(Optional.empty());

  /// Why there are no figures, where measuring was stopped or failed; else empty.
  final StringProperty unmeasured = new SimpleStringProperty("");

  final ObjectProperty<Optional<Instant>> measuredAt = new SimpleObjectProperty<>(Optional.empty());
  final ObjectProperty<Optional<StatusLine>> measuring =
      new SimpleObjectProperty<>(Optional.empty());
  final ObservableList<Line> lines = FXCollections.observableArrayList();
  final FilteredList<Line> shown = new FilteredList<>(lines);
  final ObjectProperty<Optional<QueryOutcome.Kind>> kind =
      new SimpleObjectProperty<>(Optional.empty());

  CompareModel() {
    kind.subscribe(wanted ->
        shown.setPredicate(
            wanted.isEmpty() ? null : line -> line.outcome().kind() == wanted.get()));
  }
}
