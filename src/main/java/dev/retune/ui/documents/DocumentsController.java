package dev.retune.ui.documents;

import dev.retune.document.Chunk;
import dev.retune.document.Correction;
import dev.retune.document.Document;
import dev.retune.document.DocumentFiles;
import dev.retune.document.ImportOutcome;
import dev.retune.document.ImportSummary;
import dev.retune.ui.documents.DocumentsModel.State;
import dev.retune.ui.support.Failure;
import dev.retune.ui.support.FileChoice;
import dev.retune.ui.support.LatestTask;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Outcome;
import dev.retune.ui.support.StatusLine;
import dev.retune.ui.support.Ui;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Wires the screen's actions to the project.
final class DocumentsController {
  private static final List<String> KNOWN =
      DocumentFiles.extensions().stream()
          .flatMap(kind -> Stream.of("*." + kind, "*." + kind.toUpperCase(Locale.ROOT)))
          .toList();

  private final Ui ui;
  private final Messages messages;
  private final DocumentsPort port;
  private final DocumentsModel model;
  private final LatestTask loading;
  private final LatestTask reading;
  private final Runnable changed;
  private final Runnable documentsChanged;
  private final List<StatusLine> imports = new ArrayList<>();
  private List<Path> failedFiles = List.of();
  private Optional<Wanted> wanted = Optional.empty();

  /// A passage that was asked for and is not yet there to be chosen.
  private record Wanted(UUID document, UUID passage) {}

  private record Loaded(List<Document> documents, int limit) {}

  /// @param changed called when documents or running imports changed
  /// @param documentsChanged called when documents came or went since the first look
  DocumentsController(
      Ui ui,
      DocumentsPort port,
      DocumentsModel model,
      Runnable changed,
      Runnable documentsChanged) {
    this.ui = ui;
    this.messages = ui.messages(DocumentsController.class);
    this.port = port;
    this.model = model;
    this.changed = changed;
    this.documentsChanged = documentsChanged;
    this.loading = ui.tasks().latest();
    this.reading = ui.tasks().latest();
    model.chosenProperty().subscribe(this::readPassages);
    model.filterProperty().subscribe(_ -> model.applyFilter());
  }

  boolean importing() {
    return !imports.isEmpty();
  }

  void load() {
    loading.<Loaded>run(
        _ -> new Loaded(port.documents(), port.tokenLimit()),
        outcome -> {
          switch (outcome) {
            case Outcome.Done<Loaded>(var loaded) -> {
              var other = model.looked() && !model.all().equals(loaded.documents());
              model.show(loaded.documents(), loaded.limit(), imports.stream().findFirst());
              keepChoice();
              chooseWanted();
              if (other) {
                documentsChanged.run();
              }
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
                    new FileChoice.FileKind(messages.get("choose.known"), KNOWN),
                    new FileChoice.FileKind(messages.get("choose.pdf"), List.of("*.pdf", "*.PDF")),
                    new FileChoice.FileKind(messages.get("choose.all"), List.of("*.*"))));
    if (!files.isEmpty()) {
      importFiles(files);
    }
  }

  void importFiles(List<Path> files) {
    importFiles(files, false);
  }

  /// @param following whether what became of other files stays in sight
  private void importFiles(List<Path> files, boolean following) {
    if (files.isEmpty()) {
      return;
    }
    var wanted = List.copyOf(files);
    imports.add(
        ui.tasks()
            .<ImportSummary>run(
                messages.text("import.task", wanted.size()),
                progress -> port.importFiles(wanted, progress),
                outcome -> imported(wanted, following, outcome)));
    failedFiles = List.of();
    model.working(imports.getFirst());
    changed.run();
  }

  /// Imports a file of the summary again; what became of the others stays in sight.
  void importAgain(Path file) {
    importFiles(List.of(file), true);
  }

  /// Imports a protected file with its password.
  void unlock(ImportOutcome protectedFile, String password) {
    var document = protectedFile.document();
    if (document != null && !password.isEmpty()) {
      port.unlock(document.sha256(), password);
      importAgain(protectedFile.file());
    }
  }

  /// How large the data is that recognising the file lacks; empty if nothing of the kind would
  /// help.
  OptionalLong missingData(ImportOutcome scan) {
    return missingLanguage(scan).map(port::languageBytes).orElse(OptionalLong.empty());
  }

  private static Optional<String> missingLanguage(ImportOutcome scan) {
    return scan.warnings().stream()
        .filter(warning -> warning.code().equals("ocr.language"))
        .map(warning -> String.valueOf(warning.cause().args().getFirst()))
        .findFirst();
  }

  /// Fetches what recognising the file lacks, and imports it again.
  void fetchData(ImportOutcome scan) {
    var language = missingLanguage(scan).orElseThrow();
    ui.tasks()
        .<Boolean>run(
            messages.text("language.task"),
            progress -> {
              port.fetchLanguage(language, progress);
              return true;
            },
            outcome -> {
              switch (outcome) {
                case Outcome.Done<Boolean> _ -> importAgain(scan.file());
                case Outcome.Failed<Boolean>(var failure) -> tell(failure);
                case Outcome.Cancelled<Boolean>() -> {}
              }
            });
  }

  /// Does again what failed.
  void retry() {
    if (failedFiles.isEmpty()) {
      load();
    } else {
      importFiles(failedFiles);
    }
  }

  /// Shows the documents as they are; what failed is not tried again.
  void back() {
    failedFiles = List.of();
    load();
  }

  private void imported(List<Path> files, boolean following, Outcome<ImportSummary> outcome) {
    imports.removeIf(line -> !ui.tasks().running().contains(line));
    switch (outcome) {
      case Outcome.Done<ImportSummary>(var summary) -> {
        var before = model.summaryProperty().get().filter(_ -> following);
        model
            .summaryProperty()
            .set(Optional.of(before.map(told -> told.followedBy(summary)).orElse(summary)));
        ui.saved().now();
        load();
      }
      case Outcome.Cancelled<ImportSummary>() -> {
        ui.saved().now(); // what was read before is kept
        ui.notices().say(messages.get("import.stopped"));
        load();
      }
      case Outcome.Failed<ImportSummary>(var error) -> {
        failedFiles = files;
        model.stateProperty().set(new State.Failed(error));
      }
    }
    changed.run();
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
    ui.notices()
        .say(
            failure.problem().cause().in(ui.locale())
                + " "
                + failure.problem().remedy().in(ui.locale()));
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
