package dev.retune.ui.documents;

import dev.retune.document.DocumentFiles;
import dev.retune.document.ImportOutcome;
import dev.retune.document.ImportQueue;
import dev.retune.document.ImportSummary;
import dev.retune.ui.documents.DocumentsModel.State;
import dev.retune.ui.support.FileChoice;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Outcome;
import dev.retune.ui.support.Ui;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Importing: one queue, whoever adds to it and whenever.
final class ImportController {
  private static final List<String> KNOWN =
      DocumentFiles.extensions().stream()
          .flatMap(kind -> Stream.of("*." + kind, "*." + kind.toUpperCase(Locale.ROOT)))
          .toList();

  private final Ui ui;
  private final Messages messages;
  private final DocumentsPort port;
  private final DocumentsModel model;
  private final ImportModel imports;
  private final Runnable load;
  private final Runnable changed;
  private final AtomicBoolean pending = new AtomicBoolean();
  private @Nullable ImportQueue queue;
  private boolean following;
  private boolean closed;

  /// @param load has the documents looked up anew
  /// @param changed called when an import began or ended
  ImportController(
      Ui ui,
      DocumentsPort port,
      DocumentsModel model,
      ImportModel imports,
      Runnable load,
      Runnable changed) {
    this.ui = ui;
    this.messages = ui.messages(ImportController.class);
    this.port = port;
    this.model = model;
    this.imports = imports;
    this.load = load;
    this.changed = changed;
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

  /// Says which files were waiting when the program ended before their turn came.
  void tellUnread() {
    ui.tasks()
        .<List<Path>>quietly(
            _ -> port.unread(),
            outcome -> {
              if (outcome instanceof Outcome.Done<List<Path>>(var files)
                  && !files.isEmpty()
                  && queue == null
                  && model.summaryProperty().get().isEmpty()) {
                model.summaryProperty().set(Optional.of(new ImportSummary(List.of(), files)));
              }
            });
  }

  /// Closes the summary; what it tells of is done with.
  void dismiss() {
    model.summaryProperty().set(Optional.empty());
    if (queue == null) {
      keep(new ImportQueue(() -> {}));
    }
  }

  void importFiles(List<Path> files) {
    importFiles(files, false);
  }

  /// Imports a file of the summary again; what became of the others stays in sight.
  void importAgain(Path file) {
    importFiles(List.of(file), true);
  }

  /// Imports what the summary says was not read.
  void importRest() {
    importFiles(model.summaryProperty().get().map(ImportSummary::notRead).orElse(List.of()), true);
  }

  /// @param after whether what became of other files stays in sight
  private void importFiles(List<Path> files, boolean after) {
    if (files.isEmpty()) {
      return;
    }
    var present = queue;
    if (present == null) {
      present = new ImportQueue(this::queueChanged);
      queue = present;
      // What was not read is not forgotten over something else.
      following =
          after
              || model.summaryProperty().get().stream().anyMatch(told -> !told.notRead().isEmpty());
      if (!following) {
        model.summaryProperty().set(Optional.empty());
      }
    }
    present.add(files);
    keep(present);
    if (!imports.running()) {
      start(present);
    }
  }

  private void start(ImportQueue files) {
    if (model.stateProperty().get() instanceof State.Failed) {
      load.run();
    }
    imports.show(files.entries());
    pause(false);
    var line =
        ui.tasks()
            .<Boolean>run(
                messages.text("import.task", files.unread().size()),
                progress -> {
                  port.importQueue(files, progress);
                  return true;
                },
                outcome -> ended(files, outcome));
    imports.lineProperty().set(Optional.of(line));
    model.working();
    changed.run();
  }

  void pause(boolean value) {
    if (queue != null) {
      queue.pause(value);
    }
    imports.lineProperty().get().ifPresent(line -> line.showPaused(value));
    imports.pausedProperty().set(value);
  }

  void cancel() {
    imports.lineProperty().get().ifPresent(line -> line.cancel());
  }

  /// Takes a file out that was not read to its end.
  void withdraw(ImportQueue.Entry file) {
    if (queue != null) {
      queue.withdraw(file.id());
      keep(queue);
    }
  }

  /// Called from any thread, many times a second.
  private void queueChanged() {
    if (pending.compareAndSet(false, true)) {
      ui.tasks()
          .apply(() -> {
            pending.set(false);
            var present = queue;
            if (present != null && !closed) {
              refresh(present);
            }
          });
    }
  }

  private void refresh(ImportQueue present) {
    int before = imports.ended();
    imports.show(present.entries());
    if (imports.ended() > before) {
      // Each document is in the table as soon as it is in the project.
      ui.saved().now();
      keep(present);
      load.run();
    }
  }

  private void keep(ImportQueue files) {
    ui.tasks()
        .<Boolean>quietly(
            _ -> {
              port.keepUnread(files);
              return true;
            },
            _ -> {});
  }

  private void ended(ImportQueue files, Outcome<Boolean> outcome) {
    imports.lineProperty().set(Optional.empty());
    if (closed) {
      // What is not read yet is told of when the project is opened again.
      return;
    }
    switch (outcome) {
      case Outcome.Done<Boolean> _ -> {
        if (files.waiting()) {
          start(files); // added when the last one was done
        } else {
          finish(files);
        }
      }
      case Outcome.Cancelled<Boolean>() -> {
        ui.notices().say(messages.get("import.stopped"));
        finish(files);
      }
      case Outcome.Failed<Boolean>(var error) -> {
        imports.show(files.entries());
        model.stateProperty().set(new State.Failed(error));
      }
    }
    changed.run();
  }

  private void finish(ImportQueue files) {
    files.withdrawRest();
    queue = null;
    var summary = files.summary();
    var before = model.summaryProperty().get().filter(_ -> following);
    model
        .summaryProperty()
        .set(Optional.of(before.map(told -> told.followedBy(summary)).orElse(summary)));
    imports.show(List.of());
    imports.pausedProperty().set(false);
    ui.saved().now();
    keep(files);
    load.run();
  }

  /// Does again what failed.
  void retry() {
    if (queue == null) {
      load.run();
    } else {
      start(queue);
    }
  }

  /// Shows the documents as they are; what failed is not tried again.
  void back() {
    if (queue == null) {
      load.run();
    } else {
      finish(queue);
    }
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
                case Outcome.Failed<Boolean>(var failure) ->
                    ui.notices()
                        .say(
                            failure.problem().cause().in(ui.locale())
                                + " "
                                + failure.problem().remedy().in(ui.locale()));
                case Outcome.Cancelled<Boolean>() -> {}
              }
            });
  }

  /// The project is leaving the window: what is cancelled from now on was not by its person.
  void close() {
    closed = true;
  }
}
