package dev.retune.ui.documents;

import dev.retune.document.Document;
import dev.retune.pair.Action;
import dev.retune.ui.documents.ChangesModel.Versions;
import dev.retune.ui.support.Failure;
import dev.retune.ui.support.LatestTask;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Outcome;
import dev.retune.ui.support.Ui;
import dev.retune.ui.support.Work;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Compares two versions of a document, and moves the pairs of one to the other.
final class ChangesController {
  private final Ui ui;
  private final Messages messages;
  private final DocumentsPort port;
  private final DocumentsModel documents;
  private final ChangesModel model;
  private final Consumer<List<Document>> remove;
  private final Runnable pairsChanged;
  private final LatestTask comparing;

  /// @param remove takes documents out
  /// @param pairsChanged called when pairs were moved
  ChangesController(
      Ui ui,
      DocumentsPort port,
      DocumentsModel documents,
      ChangesModel model,
      Consumer<List<Document>> remove,
      Runnable pairsChanged) {
    this.ui = ui;
    this.messages = ui.messages(ChangesController.class);
    this.port = port;
    this.documents = documents;
    this.model = model;
    this.remove = remove;
    this.pairsChanged = pairsChanged;
    this.comparing = ui.tasks().latest();
    // Choosing a document is looking at it again.
    documents.chosenProperty().subscribe(_ -> close());
  }

  /// The newest document of the same name that was imported before it; empty if there is none.
  Optional<Document> earlierThan(Document document) {
    return documents.all().stream()
        .filter(other -> other.name().equals(document.name()) && other.chunks() > 0)
        .filter(other -> other.imported().isBefore(document.imported()))
        .max(Comparator.comparing(Document::imported));
  }

  /// Compares two versions; the later one is chosen in the table.
  void open(Document earlier, Document later) {
    comparing.<Versions>run(
        _ ->
            new Versions(
                earlier,
                later,
                port.changes(earlier.id(), later.id()),
                port.versionPairs(earlier.id(), later.id())),
        outcome ->
            take(
                outcome,
                versions -> {
                  documents.choose(later);
                  model.versionsProperty().set(Optional.of(versions));
                }));
  }

  void close() {
    comparing.cancel();
    model.versionsProperty().set(Optional.empty());
  }

  /// Moves the pairs whose passages stand in the later version word for word.
  void carry(Versions versions) {
    run(
        _ -> port.carryPairs(versions.earlier().id(), versions.later().id()),
        action -> {
          changed();
          ui.notices()
              .say(
                  messages.get("changes.moved", action.pairs().size()),
                  messages.get("undo"),
                  () -> undo(action));
        });
  }

  private void undo(Action action) {
    run(
        _ -> {
          port.undo(action);
          return true;
        },
        _ -> {
          changed();
          ui.notices().dismiss();
        });
  }

  /// The comparison that is in sight, whichever it is by now, counts pairs anew.
  private void changed() {
    ui.saved().now();
    pairsChanged.run();
    model.versionsProperty().get().ifPresent(shown -> open(shown.earlier(), shown.later()));
  }

  void removeEarlier(Versions versions) {
    close();
    remove.accept(List.of(versions.earlier()));
  }

  private <T> void run(Work<T> work, Consumer<T> then) {
    ui.tasks().<T>quietly(work, outcome -> take(outcome, then));
  }

  private <T> void take(Outcome<T> outcome, Consumer<T> then) {
    switch (outcome) {
      case Outcome.Done<T>(var done) -> then.accept(done);
      case Outcome.Failed<T>(var failure) -> tell(failure);
      case Outcome.Cancelled<T>() -> {}
    }
  }

  private void tell(Failure failure) {
    ui.notices()
        .say(
            failure.problem().cause().in(ui.locale())
                + " "
                + failure.problem().remedy().in(ui.locale()));
  }
}
