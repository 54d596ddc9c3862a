package dev.retune.ui.pairs;

import dev.retune.pair.FailedChunk;
import dev.retune.pair.WritingSummary;
import dev.retune.ui.support.Failure;
import dev.retune.ui.support.StatusLine;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the panel "Write questions" shows.
final class WriteModel {

  /// How far writing is.
  sealed interface Phase {

    /// Nothing has begun; `offer` says what would be done, once that is known.
    record Offering(Optional<QuestionWriting.Offer> offer) implements Phase {}

    record Running(StatusLine line) implements Phase {}

    record Done(WritingSummary summary) implements Phase {}

    /// Stopped by the person; what was written is kept.
    record Stopped() implements Phase {}

    record Failed(Failure failure) implements Phase {}
  }

  final ObjectProperty<Phase> phase =
      new SimpleObjectProperty<>(new Phase.Offering(Optional.empty()));
  final ObjectProperty<QuestionWriting.Writer> writer =
      new SimpleObjectProperty<>(QuestionWriting.Writer.BUILT_IN);
  final IntegerProperty perPassage = new SimpleIntegerProperty(2);

  /// Questions written so far in this run.
  final IntegerProperty written = new SimpleIntegerProperty();

  /// Passages that failed so far in this run.
  final ObservableList<FailedChunk> failed = FXCollections.observableArrayList();

  boolean running() {
    return phase.get() instanceof Phase.Running;
  }
}
