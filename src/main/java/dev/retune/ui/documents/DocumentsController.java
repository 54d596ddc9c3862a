package dev.retune.ui.documents;

import dev.retune.document.Chunk;
import dev.retune.document.Correction;
import dev.retune.document.Document;
import dev.retune.ui.documents.DocumentsModel.State;
import dev.retune.ui.support.Failure;
import dev.retune.ui.support.LatestTask;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Outcome;
import dev.retune.ui.support.Ui;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// Wires the screen's actions to the project.
final class DocumentsController {
  private final Ui ui;
  private final Messages messages;
  private final DocumentsPort port;
  private final DocumentsModel model;
  private final LatestTask loading;
  private final LatestTask reading;
  private final Runnable changed;
  private final Runnable documentsChanged;
  private final ImportModel imports;
  private boolean stale;
  private boolean looking;
  private boolean lookAgain;
  private Optional<Wanted> wanted = Optional.empty();

  /// A passage that was asked for and is not yet there to be chosen.
  private record Wanted(UUID document, UUID passage) {}

  private record Loaded(List<Document> documents, int limit) {}

  /// @param changed called when documents changed
  /// @param documentsChanged called when documents came or went since the first look
  DocumentsController(
      Ui ui,
      DocumentsPort port,
      DocumentsModel model,
      ImportModel imports,
      Runnable changed,
      Runnable documentsChanged) {
    this.ui = ui;
    this.messages = ui.messages(DocumentsController.class);
    this.port = port;
    this.model = model;
    this.imports = imports;
    this.changed = changed;
    this.documentsChanged = documentsChanged;
    this.loading = ui.tasks().latest();
    this.reading = ui.tasks().latest();
    model.chosenProperty().subscribe(this::readPassages);
    model.filterProperty().subscribe(_ -> model.applyFilter());
  }

  /// Looks up the documents; asked while it does, it looks once more afterwards.
  void load() {
    if (looking) {
      lookAgain = true;
      return;
    }
    looking = true;
    loading.<Loaded>run(
        _ -> new Loaded(port.documents(), port.tokenLimit()),
        outcome -> {
          looking = false;
          switch (outcome) {
            case Outcome.Done<Loaded>(var loaded) -> {
              stale |= model.looked() && !model.all().equals(loaded.documents());
              model.show(loaded.documents(), loaded.limit(), imports);
              keepChoice();
              chooseWanted();
              // Once for all files of an import.
              if (stale && !imports.running()) {
                stale = false;
                documentsChanged.run();
              }
            }
            case Outcome.Failed<Loaded>(var error) ->
                model.stateProperty().set(new State.Failed(error));
            case Outcome.Cancelled<Loaded>() -> {}
          }
          changed.run();
          if (lookAgain) {
            lookAgain = false;
            load();
          }
        });
  }

  /// Stores the text of a passage as it should have been read.
  ///
  /// @param done told once whether it is
  void correct(Chunk passage, String text, Consumer<Boolean> done) {
    ui.tasks()
        .<Correction>quietly(
            _ -> port.correct(passage.id(), text),
            outcome -> {
              done.accept(outcome instanceof Outcome.Done<Correction>);
              switch (outcome) {
                case Outcome.Done<Correction>(var correction) -> {
                  corrected(passage);
                  ui.notices()
                      .say(
                          messages.get("corrected"),
                          messages.get("undo"),
                          () -> undo(passage, correction));
                }
                case Outcome.Failed<Correction>(var failure) -> tell(failure);
                case Outcome.Cancelled<Correction>() -> {}
              }
            });
  }

  private void undo(Chunk passage, Correction correction) {
    ui.tasks()
        .<Boolean>quietly(
            _ -> {
              port.undo(correction);
              return true;
            },
            outcome -> {
              switch (outcome) {
                case Outcome.Done<Boolean> _ -> {
                  corrected(passage);
                  ui.notices().dismiss();
                }
                case Outcome.Failed<Boolean>(var failure) -> tell(failure);
                case Outcome.Cancelled<Boolean>() -> {}
              }
            });
  }

  private void corrected(Chunk passage) {
    ui.saved().now();
    readAgain(passage);
    documentsChanged.run();
  }

  private void tell(Failure failure) {
    ui.notices().say(failure.problem().in(ui.locale()));
  }

  private void readAgain(Chunk passage) {
    wanted = Optional.of(new Wanted(passage.documentId(), passage.id()));
    model.passages().clear();
    readPassages(model.chosenProperty().get());
  }

  /// Chooses a passage, as soon as it is there.
  void showPassage(UUID document, UUID passage) {
    wanted = Optional.of(new Wanted(document, passage));
    chooseWanted();
  }

  private void chooseWanted() {
    if (wanted.isEmpty()) {
      return;
    }
    var passage = wanted.get().passage();
    var found = model.passages().stream().filter(chunk -> chunk.id().equals(passage)).findFirst();
    if (found.isPresent()) {
      wanted = Optional.empty();
      model.passageProperty().set(found);
      return;
    }
    var document = wanted.get().document();
    if (model.looked() && model.all().stream().noneMatch(known -> known.id().equals(document))) {
      wanted = Optional.empty();
      return;
    }
    model.filterProperty().set("");
    model.shown().stream()
        .filter(shown -> shown.id().equals(document))
        .findFirst()
        .ifPresent(shown -> model.chosenProperty().set(Optional.of(shown)));
  }

  void remove(List<Document> documents) {
    if (documents.isEmpty()) {
      return;
    }
    var ids = documents.stream().map(Document::id).toList();
    var name = documents.getFirst().name();
    change(
        () -> port.remove(ids),
        () ->
            ui.notices()
                .say(
                    documents.size() == 1
                        ? messages.get("removed.one", name)
                        : messages.get("removed.many", documents.size()),
                    messages.get("undo"),
                    () -> change(() -> port.restore(ids), ui.notices()::dismiss)));
  }

  private void change(Runnable work, Runnable then) {
    ui.tasks()
        .<Boolean>quietly(
            _ -> {
              work.run();
              return true;
            },
            outcome -> {
              switch (outcome) {
                case Outcome.Done<Boolean> _ -> {
                  ui.saved().now();
                  then.run();
                  load();
                }
                case Outcome.Failed<Boolean>(var error) ->
                    model.stateProperty().set(new State.Failed(error));
                case Outcome.Cancelled<Boolean>() -> load();
              }
            });
  }

  private void readPassages(Optional<Document> document) {
    if (document.isEmpty()) {
      reading.cancel();
      model.passages().clear();
      return;
    }
    UUID id = document.get().id();
    reading.<List<Chunk>>run(
        _ -> port.passages(id),
        outcome -> {
          switch (outcome) {
            case Outcome.Done<List<Chunk>>(var passages) -> {
              // The same again would only lose the place in the list.
              if (!model.passages().equals(passages)) {
                model.passages().setAll(passages);
              }
              chooseWanted();
              // It may have been cut otherwise since.
              wanted = wanted.filter(missing -> !missing.document().equals(id));
            }
            case Outcome.Failed<List<Chunk>>(var error) ->
                model.stateProperty().set(new State.Failed(error));
            case Outcome.Cancelled<List<Chunk>>() -> {}
          }
        });
  }

  /// Pairs came to other passages.
  void pairsMoved() {
    documentsChanged.run();
  }

  /// The documents were cut anew: other passages stand in them now.
  void recut() {
    documentsChanged.run();
    refresh();
  }

  /// Looks again: undoing in the step Pairs may have brought other passages back.
  void refresh() {
    load();
    readPassages(model.chosenProperty().get());
  }

  private void keepChoice() {
    var before = model.chosenProperty().get().map(Document::id);
    var same =
        model.shown().stream()
            .filter(document -> before.isPresent() && before.get().equals(document.id()))
            .findFirst();
    model.chosenProperty().set(same.or(() -> model.shown().stream().findFirst()));
  }
}
