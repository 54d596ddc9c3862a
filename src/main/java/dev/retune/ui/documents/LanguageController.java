package dev.retune.ui.documents;

import dev.retune.document.ocr.OcrLanguage;
import dev.retune.ui.support.FileChoice;
import dev.retune.ui.support.LatestTask;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Outcome;
import dev.retune.ui.support.Ui;
import java.util.List;
import java.util.OptionalLong;

/// Wires the choice of languages for text recognition to their data.
final class LanguageController {
  private final Ui ui;
  private final Messages messages;
  private final DocumentsPort documents;
  private final ReadingPort port;
  private final ReadingModel model;
  private final LatestTask looking;

  LanguageController(Ui ui, DocumentsPort documents, ReadingModel model) {
    this.ui = ui;
    this.messages = ui.messages(LanguageController.class);
    this.documents = documents;
    this.port = documents.reading();
    this.model = model;
    this.looking = ui.tasks().latest();
  }

  /// How large the data of a language is; empty if it cannot be fetched.
  OptionalLong bytes(String language) {
    return documents.languageBytes(language);
  }

  /// Fetches the data of a language.
  ///
  /// @param then done once it is there, if the same is shown still
  void fetch(String language, Runnable then) {
    if (!model.fetching.add(language)) {
      return;
    }
    var asked = model.phase.get();
    ui.tasks()
        .<Boolean>run(
            messages.text("language.task"),
            progress -> {
              documents.fetchLanguage(language, progress);
              return true;
            },
            outcome -> {
              model.fetching.remove(language);
              switch (outcome) {
                case Outcome.Done<Boolean> _ -> {
                  lookForLanguages();
                  if (model.phase.get() == asked) {
                    then.run();
                  }
                }
                case Outcome.Failed<Boolean>(var failure) ->
                    ui.notices().say(failure.problem().in(ui.locale()));
                case Outcome.Cancelled<Boolean>() -> {}
              }
            });
  }

  /// Takes in data of a language that the person has as a file.
  void addFile() {
    var files =
        ui.files()
            .files(
                messages.get("reading.add.title"),
                List.of(
                    new FileChoice.FileKind(
                        messages.get("reading.add.kind"), List.of("*.traineddata"))));
    if (files.isEmpty()) {
      return;
    }
    var dialog = model.phase.get();
    ui.tasks()
        .<String>quietly(
            _ -> port.addLanguage(files.getFirst()),
            outcome -> {
              switch (outcome) {
                case Outcome.Done<String>(var name) -> {
                  lookForLanguages();
                  if (model.phase.get() == dialog) {
                    choose(name);
                  }
                }
                case Outcome.Failed<String>(var failure) ->
                    ui.notices().say(failure.problem().in(ui.locale()));
                case Outcome.Cancelled<String>() -> {}
              }
            });
  }

  /// Adds a language to those chosen.
  void choose(String language) {
    model.mixedLanguages.set(false);
    if (!model.languages.contains(language)) {
      model.languages.add(language);
    }
  }

  private void lookForLanguages() {
    looking.<List<OcrLanguage>>run(
        _ -> port.languages(),
        outcome -> {
          if (outcome instanceof Outcome.Done<List<OcrLanguage>>(var known)) {
            model.known.setAll(known);
          }
        });
  }
}
