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

/// Importing: one queue, whoever adds to it and whenever.
///
/// What belongs to the import and not to the screen is in the [ImportWork].
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
  private final ImportWork work;
  private final AtomicBoolean pending = new AtomicBoolean();

  /// @param work what may be going on already; this goes on with it
  /// @param load has the documents looked up anew
  /// @param changed called when an import began or ended
  ImportController(
      Ui ui,
      DocumentsPort port,
      DocumentsModel model,
      ImportModel imports,
      ImportWork work,
      Runnable load,
      Runnable changed) {
    this.ui = ui;
    this.messages = ui.messages(ImportController.class);
    this.port = port;
    this.model = model;
    this.imports = imports;
    this.load = load;
    this.changed = changed;
    this.work = work;
    takeOver();
  }

  private void takeOver() {
    work.watchedBy(this);
    var queue = work.queue();
    if (queue != null) {
      imports.show(queue.entries());
      imports.pausedProperty().set(queue.paused());
    }
    imports.lineProperty().set(work.line());
    imports.failureProperty().set(work.failure());
    model.summaryProperty().set(work.summary());
    imports.lineProperty().subscribe(work::setLine);
    imports.failureProperty().subscribe(work::setFailure);
    model.summaryProperty().subscribe(work::setSummary);
    changed.run();
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
    if (work.told()) {
      return;
    }
    work.setTold();
    ui.tasks()
        .<List<Path>>quietly(
            _ -> port.unread(),
            outcome -> {
              work.setKnown();
              var files =
                  outcome instanceof Outcome.Done<List<Path>>(var found) ? found : List.<Path>of();
              work.tell(present -> present.unread(files));
            });
  }

  private void unread(List<Path> files) {
    var queue = work.queue();
    var interrupted =
        ImportSummary.interrupted(files).without(queue == null ? List.of() : queue.unread());
    if (!interrupted.isEmpty()) {
      var before = model.summaryProperty().get();
      model
          .summaryProperty()
          .set(Optional.of(before.map(interrupted::followedBy).orElse(interrupted)));
      work.setFollowing(true);
    }
    keep();
  }

  /// Closes the summary; what it tells of is done with.
  void dismiss() {
    model.summaryProperty().set(Optional.empty());
    keep();
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
    importFiles(model.summaryProperty().get().map(ImportSummary::unread).orElse(List.of()), true);
  }

  /// @param after whether what became of other files stays in sight
  private void importFiles(List<Path> files, boolean after) {
    if (files.isEmpty()) {
      return;
    }
    var present = work.queue();
    if (present == null) {
      present = new ImportQueue(() -> work.tell(ImportController::queueChanged));
      work.setQueue(present);
      // What was not read is not forgotten over something else.
      var unread =
          model.summaryProperty().get().stream().anyMatch(told -> !told.unread().isEmpty());
      work.setFollowing(after || unread);
      if (!work.following()) {
        model.summaryProperty().set(Optional.empty());
      }
    }
    present.add(files);
    // Each file is in one place: nobody asks for it a second time while it waits.
    model
        .summaryProperty()
        .set(
            model
                .summaryProperty()
                .get()
                .map(told -> told.without(files))
                .filter(told -> !told.isEmpty()));
    keep();
    if (!imports.running()) {
      start(present);
    }
  }

  private void start(ImportQueue files) {
    imports.failureProperty().set(Optional.empty());
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
                outcome -> work.tell(present -> present.ended(files, outcome)));
    imports.lineProperty().set(Optional.of(line));
    model.working();
    changed.run();
  }

  void pause(boolean value) {
    var queue = work.queue();
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
    var queue = work.queue();
    if (queue != null) {
      queue.withdraw(file.id());
      keep();
    }
  }

  /// Called from any thread, many times a second.
  private void queueChanged() {
    if (pending.compareAndSet(false, true)) {
      ui.tasks()
          .apply(() -> {
            pending.set(false);
            var present = work.queue();
            if (present != null) {
              work.tell(now -> now.refresh(present));
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
      keep();
      load.run();
    }
  }

  private void keep() {
    if (!work.known()) {
      return; // what stands there is not overwritten unread
    }
    ui.tasks()
        .<Boolean>quietly(
            _ -> {
              port.keepUnread(work::unread);
              return true;
            },
            _ -> {});
  }

  private void ended(ImportQueue files, Outcome<Boolean> outcome) {
    imports.lineProperty().set(Optional.empty());
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
        imports.failureProperty().set(Optional.of(error));
        model.stateProperty().set(new State.Failed(error));
      }
    }
    changed.run();
  }

  private void finish(ImportQueue files) {
    imports.failureProperty().set(Optional.empty());
    files.withdrawRest();
    work.setQueue(null);
    var summary = files.summary();
    var before = model.summaryProperty().get().filter(_ -> work.following());
    model
        .summaryProperty()
        .set(Optional.of(before.map(told -> told.followedBy(summary)).orElse(summary)));
    imports.show(List.of());
    imports.pausedProperty().set(false);
    ui.saved().now();
    keep();
    load.run();
  }

  /// Does again what failed.
  void retry() {
    var queue = work.queue();
    if (queue != null && imports.failureProperty().get().isPresent()) {
      start(queue);
    } else {
      load.run();
    }
  }

  /// Shows the documents as they are; what failed is not tried again.
  void back() {
    var queue = work.queue();
    if (queue != null && imports.failureProperty().get().isPresent()) {
      finish(queue);
    } else {
      load.run();
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
                case Outcome.Done<Boolean> _ ->
                    work.tell(present -> present.importAgain(scan.file()));
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

  /// The screen goes. If another does not take over, the project is leaving the window: what is
  /// cancelled from now on was not by its person, and what is not read yet is told of when the
  /// project is opened again.
  void close() {
    work.leave(this);
  }
}
