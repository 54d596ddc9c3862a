package dev.retune.ui.documents;

import dev.retune.document.PageReading;
import dev.retune.document.ReadingChoice;
import dev.retune.document.RereadRequest;
import dev.retune.document.ocr.OcrLanguage;
import dev.retune.pair.Action;
import dev.retune.task.Progress;
import dev.retune.workflow.RereadSummary;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Reading the pages of the open project again. Called off the FX thread.
public interface ReadingPort {

  /// How each page of a document was read, in order.
  List<PageReading> pages(UUID document);

  /// How a document is to be read.
  ReadingChoice choice(UUID document);

  /// Reads documents or pages of one again, or leaves them out.
  ///
  /// @throws java.util.concurrent.CancellationException if cancelled; nothing is stored then
  /// @throws dev.retune.text.ProblemException if one cannot be read, or questions are being written
  RereadSummary reread(Collection<UUID> documents, RereadRequest request, Progress progress);

  /// Takes back what [#reread] did.
  ///
  /// @throws dev.retune.text.ProblemException if something was decided or corrected since
  void undo(Action action);

  /// Languages that are installed or can be fetched.
  List<OcrLanguage> languages();

  /// Languages that imports recognise text in; empty to go by the base model.
  List<String> chosenLanguages();

  /// What going by the base model comes to.
  List<String> automaticLanguages();

  void chooseLanguages(List<String> languages);

  /// Takes in data of a language that is there as a file.
  ///
  /// @return the language's name
  /// @throws dev.retune.text.ProblemException if it is none
  String addLanguage(Path file);
}
