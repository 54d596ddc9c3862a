package dev.retune.ui.documents;

import dev.retune.document.ChunkingMethod;
import dev.retune.pair.LostPair;
import dev.retune.pair.RechunkSummary;
import dev.retune.ui.support.Failure;
import dev.retune.ui.support.StatusLine;
import dev.retune.workflow.ChunkingPreview;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the pane "Passages" shows, as properties only.
final class ChunkingModel {

  /// What cutting would give.
  sealed interface Preview {
    record Computing() implements Preview {}

    record Ready(ChunkingPreview preview) implements Preview {}

    /// It failed, or what was chosen does not go together.
    record Failed(Failure failure) implements Preview {}
  }

  /// How far cutting is.
  sealed interface Phase {
    /// Nothing was cut since the pane was opened.
    record Choosing() implements Phase {}

    record Running(StatusLine line) implements Phase {}

    record Done(RechunkSummary summary) implements Phase {}

    /// What was done is taken back.
    record Undone() implements Phase {}

    /// Stopped by the person; nothing was changed.
    record Stopped() implements Phase {}

    record Failed(Failure failure) implements Phase {}
  }

  final BooleanProperty open = new SimpleBooleanProperty();
  final ObjectProperty<ChunkingMethod> method =
      new SimpleObjectProperty<>(ChunkingMethod.SENTENCES);

  /// As typed.
  final StringProperty maxTokens = new SimpleStringProperty("");

  final StringProperty overlap = new SimpleStringProperty("");
  final StringProperty minTokens = new SimpleStringProperty("");

  /// Whether all documents are meant rather than the one chosen.
  final BooleanProperty all = new SimpleBooleanProperty(true);

  final ObjectProperty<Preview> preview = new SimpleObjectProperty<>(new Preview.Computing());
  final ObjectProperty<Phase> phase = new SimpleObjectProperty<>(new Phase.Choosing());
  final ObservableList<LostPair> lost = FXCollections.observableArrayList();

  boolean running() {
    return phase.get() instanceof Phase.Running;
  }
}
