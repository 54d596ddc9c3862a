package dev.retune.ui.documents;

import dev.retune.document.Chunk;
import dev.retune.document.Document;
import dev.retune.document.ImportSummary;
import dev.retune.ui.documents.DocumentsModel.State;
import dev.retune.ui.support.FileChoice;
import dev.retune.ui.support.LatestTask;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Outcome;
import dev.retune.ui.support.Ui;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Wires the screen's actions to the project.
final class DocumentsController {
  private final Ui ui;
  private final Messages messages;
  private final DocumentsPort port;
  private final DocumentsModel model;
  private final LatestTask loading;
  private final LatestTask reading;
  private final Runnable changed;
  private List<Path> lastFiles = List.of();
  private int imports;

  private record Loaded(List<Document> documents, int limit) {}

  /// @param changed called when documents or running imports changed
  DocumentsController(Ui ui, DocumentsPort port, DocumentsModel model, Runnable changed) {
    this.ui = ui;
    this.messages = ui.messages(DocumentsController.class);
    this.port = port;
    this.model = model;
    this.changed = changed;
    this.loading = ui.tasks().latest();
    this.reading = ui.tasks().latest();
    model.chosenProperty().subscribe(this::readPassages);
    model.filterProperty().subscribe(_ -> model.applyFilter());
  }

  boolean importing() {
    return imports > 0;
  }

  void load() {
    loading.<Loaded>run(
        _ -> new Loaded(port.documents(), port.tokenLimit()),
        outcome -> {
          switch (outcome) {
            case Outcome.Done<Loaded>(var loaded) -> {
              model.show(loaded.documents(), loaded.limit());
              keepChoice();
            }
            case Outcome.Failed<Loaded>(var error) ->
                model.stateProperty().set(new State.Failed(error));
            case Outcome.Cancelled<Loaded>() -> {}
          }
          changed.run();
        });
  }

  void chooseFiles() {
    var files =
        ui.files()
            .files(
                messages.get("choose.title"),
                List.of(
                    new FileChoice.FileKind(messages.get("choose.pdf"), List.of("*.pdf", "*.PDF")),
                    new FileChoice.FileKind(messages.get("choose.all"), List.of("*.*"))));
    if (!files.isEmpty()) {
      importFiles(files);
    }
  }

  void importFiles(List<Path> files) {
    if (files.isEmpty()) {
      return;
    }
    lastFiles = List.copyOf(files);
    imports++;
    var line =
        ui.tasks()
            .<ImportSummary>run(
                messages.text("import.task", files.size()),
                progress -> port.importFiles(files, progress),
                this::imported);
    if (model.all().isEmpty()) {
      model.stateProperty().set(new State.Working(line));
    }
    changed.run();
  }

  void retry() {
    if (lastFiles.isEmpty()) {
      load();
    } else {
      importFiles(lastFiles);
    }
  }

  private void imported(Outcome<ImportSummary> outcome) {
    imports--;
    switch (outcome) {
      case Outcome.Done<ImportSummary>(var summary) -> {
        lastFiles = List.of();
        model.summaryProperty().set(Optional.of(summary));
        ui.saved().now();
        load();
      }
      case Outcome.Cancelled<ImportSummary>() -> {
        ui.notices().say(messages.get("import.stopped"));
        load();
      }
      case Outcome.Failed<ImportSummary>(var error) ->
          model.stateProperty().set(new State.Failed(error));
    }
    changed.run();
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
              if (outcome instanceof Outcome.Failed<Boolean>(var error)) {
                model.stateProperty().set(new State.Failed(error));
              } else {
                ui.saved().now();
                then.run();
                load();
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
            case Outcome.Done<List<Chunk>>(var passages) -> model.passages().setAll(passages);
            case Outcome.Failed<List<Chunk>>(var error) ->
                model.stateProperty().set(new State.Failed(error));
            case Outcome.Cancelled<List<Chunk>>() -> {}
          }
        });
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
