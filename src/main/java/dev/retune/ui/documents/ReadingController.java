package dev.retune.ui.documents;

import dev.retune.document.Document;
import dev.retune.document.DocumentFiles;
import dev.retune.document.PageReading;
import dev.retune.document.Treatment;
import dev.retune.document.ocr.OcrLanguage;
import dev.retune.pair.Action;
import dev.retune.ui.documents.ReadingModel.Job;
import dev.retune.ui.documents.ReadingModel.Phase;
import dev.retune.ui.support.LatestTask;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Outcome;
import dev.retune.ui.support.Ui;
import dev.retune.workflow.RereadSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableBooleanValue;
import org.jspecify.annotations.Nullable;

/// Wires reading again to the project.
final class ReadingController {
  /// What reading again says where corrections would have to be replaced.
  private static final String CORRECTED = "document.reread.corrected";

  private final Ui ui;
  private final Messages messages;
  private final DocumentsPort documents;
  private final ReadingPort port;
  private final ReadingModel model;
  private final Runnable changed;
  private final LatestTask opening;
  private final LatestTask asking;
  private final LanguageController languages;

  /// What the dialog needs to know first.
  ///
  /// @param mixed whether the documents have different languages
  private record Opened(
      Treatment treatment,
      List<String> languages,
      boolean mixed,
      List<OcrLanguage> known,
      List<String> automatic) {}

  /// Pages that people corrected.
  ///
  /// @param where in words; empty if there are none
  /// @param others whether there are others to be read
  private record Corrected(String where, boolean others) {}

  /// @param changed called when pages were read again, or brought back
  ReadingController(Ui ui, DocumentsPort documents, ReadingModel model, Runnable changed) {
    this.ui = ui;
    this.messages = ui.messages(ReadingController.class);
    this.documents = documents;
    this.port = documents.reading();
    this.model = model;
    this.changed = changed;
    this.opening = ui.tasks().latest();
    this.asking = ui.tasks().latest();
    this.languages = new LanguageController(ui, documents, model);
  }

  /// The languages of the dialog and their data.
  LanguageController languages() {
    return languages;
  }

  /// Whether pages are read again, about to be, or brought back.
  ObservableBooleanValue busy() {
    return model.busy;
  }

  /// Nothing else begins while pages are read; it is said, so that a key is not lost in silence.
  private boolean refused() {
    if (model.busy.get()) {
      ui.notices().say(messages.get("reading.busy"));
    }
    return model.busy.get();
  }

  /// Shows the dialog for these documents, as they are read now where they are read alike.
  void open(List<Document> chosen) {
    if (chosen.isEmpty() || refused()) {
      return;
    }
    var readable = chosen.stream().filter(DocumentFiles::kept).toList();
    if (readable.isEmpty()) {
      ui.notices().say(messages.get("reading.noFile"));
      return;
    }
    var phase = new Phase.Choosing(readable);
    opening.<Opened>run(
        _ -> {
          var treatments = phase.documents().stream().map(this::treatment).distinct().toList();
          var languages =
              phase.documents().stream()
                  .map(document -> port.choice(document.id()).languages())
                  .distinct()
                  .toList();
          return new Opened(
              treatments.size() == 1 ? treatments.getFirst() : Treatment.AUTOMATIC,
              languages.size() == 1 ? languages.getFirst() : List.of(),
              languages.size() > 1,
              port.languages(),
              port.chosenLanguages().isEmpty()
                  ? port.automaticLanguages()
                  : port.chosenLanguages());
        },
        outcome -> opened(outcome, phase));
  }

  private Treatment treatment(Document document) {
    var pages = port.pages(document.id());
    boolean out = !pages.isEmpty() && pages.stream().allMatch(PageReading::leftOut);
    return out ? Treatment.LEAVE_OUT : port.choice(document.id()).treatment();
  }

  /// Shows which languages imports follow.
  void openLanguages() {
    if (refused()) {
      return;
    }
    opening.<Opened>run(
        _ ->
            new Opened(
                Treatment.AUTOMATIC,
                port.chosenLanguages(),
                false,
                port.languages(),
                port.automaticLanguages()),
        outcome -> opened(outcome, new Phase.Languages()));
  }

  private void opened(Outcome<Opened> outcome, Phase phase) {
    switch (outcome) {
      case Outcome.Done<Opened>(var opened) -> {
        model.known.setAll(opened.known());
        model.automatic.setAll(opened.automatic());
        model.languages.setAll(opened.languages());
        model.mixedLanguages.set(opened.mixed());
        model.treatment.set(opened.treatment());
        model.phase.set(phase);
      }
      case Outcome.Failed<Opened>(var failure) -> model.phase.set(new Phase.Refused(failure));
      case Outcome.Cancelled<Opened>() -> {}
    }
  }

  void close() {
    opening.cancel();
    if (model.running()) {
      return;
    }
    if (model.phase.get() instanceof Phase.Choosing) {
      // It may be asking what was corrected.
      asking.cancel();
      model.busy.set(false);
    }
    model.phase.set(new Phase.Closed());
  }

  /// Keeps the languages of imports.
  void keepLanguages() {
    var chosen = List.copyOf(model.languages);
    var dialog = model.phase.get();
    ui.tasks()
        .<Boolean>quietly(
            _ -> {
              port.chooseLanguages(chosen);
              return true;
            },
            outcome -> {
              switch (outcome) {
                case Outcome.Done<Boolean> _ -> {
                  ui.saved().now();
                  if (model.phase.get() == dialog) {
                    model.phase.set(new Phase.Closed());
                  }
                  ui.notices().say(messages.get("reading.languages.kept"));
                }
                case Outcome.Failed<Boolean>(var failure) ->
                    model.phase.set(new Phase.Refused(failure));
                case Outcome.Cancelled<Boolean>() -> {}
              }
            });
  }

  /// Reads the documents of the dialog again.
  void start() {
    if (model.phase.get() instanceof Phase.Choosing(var chosen) && !model.busy.get()) {
      var languages = model.mixedLanguages.get() ? null : List.copyOf(model.languages);
      start(new Job(chosen, Set.of(), model.treatment.get(), languages));
    }
  }

  /// Reads pages of a document again, or leaves them out.
  ///
  /// @param treatment null to include what was left out as it was read before
  void start(Document document, List<Integer> pages, @Nullable Treatment treatment) {
    if (!pages.isEmpty() && !refused()) {
      start(new Job(List.of(document), Set.copyOf(pages), treatment, null));
    }
  }

  /// Asks first where people corrected what would be read again.
  private void start(Job job) {
    if (job.treatment() == null || job.treatment() == Treatment.LEAVE_OUT) {
      run(job, false);
    } else {
      ask(job, job.pages());
    }
  }

  /// @param pages that may be read again; empty for all
  private void ask(Job job, Set<Integer> pages) {
    opening.cancel();
    model.busy.set(true);
    asking.<Corrected>run(
        _ -> corrected(job, pages),
        outcome -> {
          model.busy.set(false);
          switch (outcome) {
            case Outcome.Done<Corrected>(var found) -> {
              if (found.where().isEmpty()) {
                run(job, false);
              } else {
                model.phase.set(new Phase.Asking(job, found.where(), found.others()));
              }
            }
            case Outcome.Failed<Corrected>(var failure) ->
                model.phase.set(new Phase.Failed(failure, job, false));
            case Outcome.Cancelled<Corrected>() -> {}
          }
        });
  }

  private Corrected corrected(Job job, Set<Integer> pages) {
    var where = new ArrayList<String>();
    boolean others = false;
    for (var document : job.documents()) {
      var asked =
          port.pages(document.id()).stream()
              .filter(page -> pages.isEmpty() || pages.contains(page.number()))
              .toList();
      var numbers =
          asked.stream()
              .filter(PageReading::corrected)
              .map(page -> Integer.toString(page.number()))
              .collect(Collectors.joining(", "));
      others |= asked.stream().anyMatch(page -> !page.corrected());
      if (!numbers.isEmpty()) {
        where.add(messages.get("reading.corrected.where", document.name(), numbers));
      }
    }
    return new Corrected(String.join("; ", where), others);
  }

  /// @param overCorrected whether corrected pages are read again too
  void run(Job job, boolean overCorrected) {
    if (model.busy.get()) {
      return;
    }
    opening.cancel();
    model.busy.set(true);
    List<UUID> ids = job.documents().stream().map(Document::id).toList();
    var line =
        ui.tasks()
            .<RereadSummary>run(
                messages.text("reading.task", job.documents().size()),
                progress -> port.reread(ids, job.request(overCorrected), progress),
                outcome -> done(outcome, job, overCorrected));
    model.phase.set(new Phase.Running(line));
  }

  private void done(Outcome<RereadSummary> outcome, Job job, boolean overCorrected) {
    model.busy.set(false);
    switch (outcome) {
      case Outcome.Done<RereadSummary>(var summary) -> {
        model.phase.set(new Phase.Done(job, summary));
        if (summary.pairs().action().id() > 0) {
          ui.saved().now();
          look();
        }
      }
      case Outcome.Cancelled<RereadSummary>() -> model.phase.set(new Phase.Stopped());
      case Outcome.Failed<RereadSummary>(var failure) ->
          failed(new Phase.Failed(failure, job, overCorrected));
    }
  }

  /// A document of an early version is only read again as a whole, with pages nobody asked for.
  private void failed(Phase.Failed failed) {
    if (failed.overCorrected() || !failed.failure().problem().code().equals(CORRECTED)) {
      model.phase.set(failed);
      return;
    }
    model.busy.set(true);
    asking.<Corrected>run(
        _ -> corrected(failed.job(), Set.of()),
        outcome -> {
          model.busy.set(false);
          model.phase.set(
              outcome instanceof Outcome.Done<Corrected>(var found) && !found.where().isEmpty()
                  ? new Phase.Asking(failed.job(), found.where(), false)
                  : failed);
        });
  }

  private void look() {
    model.changes.set(model.changes.get() + 1);
    changed.run();
  }

  /// Brings the former pages, passages and pairs back.
  void undo(Action action) {
    if (model.busy.get()) {
      return;
    }
    model.busy.set(true);
    ui.tasks()
        .<Boolean>quietly(
            _ -> {
              port.undo(action);
              return true;
            },
            outcome -> {
              model.busy.set(false);
              switch (outcome) {
                case Outcome.Done<Boolean> _ -> {
                  ui.saved().now();
                  model.phase.set(new Phase.Undone());
                  look();
                }
                case Outcome.Failed<Boolean>(var failure) ->
                    model.phase.set(new Phase.Refused(failure));
                case Outcome.Cancelled<Boolean>() -> {}
              }
            });
  }

  /// Takes the password of the document that could not be opened, and goes on.
  void unlock(Phase.Failed failed, String password) {
    failed.named().forEach(document -> documents.unlock(document.sha256(), password));
    run(failed.job(), failed.overCorrected());
  }
}
