package dev.retune.workflow;

import dev.retune.document.ChunkingSetting;
import dev.retune.document.DocumentImporter;
import dev.retune.document.FilePasswords;
import dev.retune.document.ImportQueue;
import dev.retune.document.ImportSummary;
import dev.retune.document.ReadingOptions;
import dev.retune.document.TextSample;
import dev.retune.project.Project;
import dev.retune.task.Progress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/// Brings documents into the project, cut into passages that fit its base model.
public final class ImportDocuments {
  private static final int SAMPLE = 4000;

  private final Project project;
  private final ProjectModel model;
  private final SentenceVectors vectors;
  private final ScanLanguages languages;
  private final Clock clock;
  private final FilePasswords passwords;

  /// @param languages that scans are read in
  /// @param passwords of protected files
  ImportDocuments(
      Project project,
      ProjectModel model,
      SentenceVectors vectors,
      ScanLanguages languages,
      Clock clock,
      FilePasswords passwords) {
    this.vectors = vectors;
    this.passwords = passwords;
    this.languages = languages;
    this.project = project;
    this.model = model;
    this.clock = clock;
  }

  /// Imports files and folders. The first import chooses the base model by the documents' language
  /// unless the person chose one.
  ///
  /// @throws java.util.concurrent.CancellationException if cancelled; files done by then are kept
  /// @throws dev.retune.text.ProblemException if the project itself cannot be written
  public ImportSummary run(List<Path> files, Progress progress) {
    return run(files, true, progress);
  }

  /// @param tables whether tables of PDF files become passages of rows and columns; without, their
  ///   lines are text like any other
  /// @throws java.util.concurrent.CancellationException if cancelled; files done by then are kept
  /// @throws dev.retune.text.ProblemException if the project itself cannot be written
  public ImportSummary run(List<Path> files, boolean tables, Progress progress) {
    var queue = new ImportQueue(() -> {});
    queue.add(files);
    run(queue, tables, progress);
    return queue.summary();
  }

  /// Imports what is in the queue, and what is added meanwhile, until nothing waits there.
  ///
  /// @throws java.util.concurrent.CancellationException if cancelled; files done by then are kept
  /// @throws dev.retune.text.ProblemException if the project itself cannot be written
  public void run(ImportQueue queue, Progress progress) {
    run(queue, true, progress);
  }

  private void run(ImportQueue queue, boolean tables, Progress progress) {
    if (model.chosen().isEmpty()) {
      var text = TextSample.of(queue.unread(), SAMPLE);
      // A scan says nothing about the language of what comes after it.
      if (!text.isBlank()) {
        model.choose(BaseModels.forText(text));
      }
    }
    var setting = new ChunkingSetting(project);
    do {
      var options = setting.get();
      var spoken = languages.current();
      var counting = model.id();
      var reading = new ReadingOptions(languages.settings(spoken), passwords, tables);
      try (var tokenizer = model.tokenizer(progress);
          var embedder = vectors.open(options, progress)) {
        // All may be read, counted or cut otherwise while the import is paused: the rest
        // follows that.
        new DocumentImporter(project, tokenizer, options, embedder, clock, reading)
            .importQueue(
                queue,
                () ->
                    setting.get().equals(options)
                        && languages.current().equals(spoken)
                        && model.id().equals(counting),
                progress);
      }
    } while (queue.waiting());
  }
}
