package dev.retune.ui.train;

import dev.retune.training.RunEvent;
import dev.retune.training.RunReport;
import dev.retune.training.RunState;
import dev.retune.ui.support.Failure;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// One run on the screen; changed on the FX thread only.
final class RunModel {
  /// What is known of the report of a run that is done.
  sealed interface Report {
    record Unread() implements Report {}

    record Reading() implements Report {}

    record Read(RunReport report) implements Report {}

    /// Stopped before there was anything to report.
    record Missing() implements Report {}

    record Unreadable(Failure failure) implements Report {}
  }

  final TrainingRun run;
  final ObjectProperty<Report> report = new SimpleObjectProperty<>(new Report.Unread());

  /// Whether a worker is being started on it again.
  final BooleanProperty reviving = new SimpleBooleanProperty();

  private final RunStory story = new RunStory();
  private final ReadOnlyObjectWrapper<RunState> state = new ReadOnlyObjectWrapper<>(RunState.NEW);
  private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();

  RunModel(TrainingRun run) {
    this.run = run;
  }

  /// What happened so far. It grows; [#revision()] says when.
  RunStory story() {
    return story;
  }

  ReadOnlyObjectProperty<RunState> state() {
    return state.getReadOnlyProperty();
  }

  /// Rises with every change of the story.
  ReadOnlyIntegerProperty revision() {
    return revision.getReadOnlyProperty();
  }

  void changed(RunState now, List<RunEvent> events) {
    story.add(events);
    state.set(now);
    revision.set(revision.get() + 1);
  }
}
