package dev.retune.ui.documents;

import dev.retune.document.ImportQueue.Entry;
import dev.retune.document.ImportQueue.State;
import dev.retune.ui.support.Failure;
import dev.retune.ui.support.StatusLine;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The import that is running, as properties only.
final class ImportModel {
  private final ObservableList<Entry> entries = FXCollections.observableArrayList();
  private final ObjectProperty<Optional<StatusLine>> line =
      new SimpleObjectProperty<>(Optional.empty());
  private final BooleanProperty paused = new SimpleBooleanProperty();
  private final ObjectProperty<Optional<Failure>> failure =
      new SimpleObjectProperty<>(Optional.empty());

  /// The files in the order they were added.
  ObservableList<Entry> entries() {
    return entries;
  }

  /// Its line in the status bar; empty while no import runs.
  ObjectProperty<Optional<StatusLine>> lineProperty() {
    return line;
  }

  BooleanProperty pausedProperty() {
    return paused;
  }

  /// Why it failed as a whole, until somebody tries again or goes back; its files still wait.
  ObjectProperty<Optional<Failure>> failureProperty() {
    return failure;
  }

  boolean running() {
    return line.get().isPresent();
  }

  /// Takes the files in as they are now; lines that did not change stay as they are.
  void show(List<Entry> now) {
    if (entries.size() != now.size()) {
      entries.setAll(now);
      return;
    }
    for (int i = 0; i < now.size(); i++) {
      if (!entries.get(i).equals(now.get(i))) {
        entries.set(i, now.get(i));
      }
    }
  }

  int ended() {
    return (int) entries.stream().filter(entry -> entry.state() instanceof State.Ended).count();
  }

  /// How many files there are, without those that were taken out.
  int files() {
    return (int)
        entries.stream().filter(entry -> !(entry.state() instanceof State.Withdrawn)).count();
  }

  /// Share of the import that is done, in 0..1: each file counts the same, the one that is being
  /// read by its stage.
  double share() {
    double done = 0;
    for (var entry : entries) {
      done +=
          switch (entry.state()) {
            case State.Ended _ -> 1;
            case State.Reading(_, var units, var total) ->
                total <= 0 ? 0 : Math.min(1, (double) units / total);
            case State.Waiting(), State.Withdrawn() -> 0;
          };
    }
    return files() == 0 ? 0 : done / files();
  }
}
