package dev.retune.ui.documents;

import dev.retune.document.Document;
import dev.retune.document.RereadRequest;
import dev.retune.document.Treatment;
import dev.retune.document.ocr.OcrLanguage;
import dev.retune.ui.support.Failure;
import dev.retune.ui.support.StatusLine;
import dev.retune.workflow.RereadSummary;
import java.util.List;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/// What the dialog "Read again" shows, as properties only.
final class ReadingModel {

  /// What is to be done.
  ///
  /// @param pages empty for whole documents
  /// @param treatment null to include what was left out as it was read before
  /// @param languages null for those chosen already
  record Job(
      List<Document> documents,
      Set<Integer> pages,
      @Nullable Treatment treatment,
      @Nullable List<String> languages) {
    RereadRequest request(boolean overCorrected) {
      return new RereadRequest(pages, treatment, languages, overCorrected);
    }
  }

  /// Exactly one at a time.
  sealed interface Phase {
    /// Whether a person is choosing how, or in which languages.
    default boolean chooses() {
      return this instanceof Choosing || this instanceof Languages;
    }

    record Closed() implements Phase {}

    /// Treatment and languages of documents are chosen.
    record Choosing(List<Document> documents) implements Phase {}

    /// Languages of imports are chosen.
    record Languages() implements Phase {}

    /// People corrected pages that are to be read again.
    ///
    /// @param where which, in words
    /// @param others whether there are others to be read
    record Asking(Job job, String where, boolean others) implements Phase {}

    record Running(StatusLine line) implements Phase {}

    record Done(Job job, RereadSummary summary) implements Phase {}

    /// What was done is taken back.
    record Undone() implements Phase {}

    /// Stopped by the person; nothing was changed.
    record Stopped() implements Phase {}

    /// @param overCorrected what was asked for
    record Failed(Failure failure, Job job, boolean overCorrected) implements Phase {

      /// The documents it is about, which it names first: one, or several of one name.
      List<Document> named() {
        var said = failure.problem().cause().args();
        return job.documents().stream()
            .filter(document -> !said.isEmpty() && document.name().equals(said.getFirst()))
            .toList();
      }
    }

    /// What was done could not be taken back, or a language not be had.
    record Refused(Failure failure) implements Phase {}
  }

  final ObjectProperty<Phase> phase = new SimpleObjectProperty<>(new Phase.Closed());
  final ObjectProperty<Treatment> treatment = new SimpleObjectProperty<>(Treatment.AUTOMATIC);

  /// The main one first; empty for automatic.
  final ObservableList<String> languages = FXCollections.observableArrayList();

  /// Whether each document keeps the languages it has: they differ, and nobody chose others.
  final BooleanProperty mixedLanguages = new SimpleBooleanProperty();

  /// Languages whose data is on its way.
  final ObservableSet<String> fetching = FXCollections.observableSet();

  /// Whether pages are read again, about to be, or brought back: nothing else begins meanwhile.
  final BooleanProperty busy = new SimpleBooleanProperty();

  /// Those there are.
  final ObservableList<OcrLanguage> known = FXCollections.observableArrayList();

  /// What automatic comes to.
  final ObservableList<String> automatic = FXCollections.observableArrayList();

  /// Counts what changed pages: who shows them looks again.
  final IntegerProperty changes = new SimpleIntegerProperty();

  boolean running() {
    return phase.get() instanceof Phase.Running;
  }
}
