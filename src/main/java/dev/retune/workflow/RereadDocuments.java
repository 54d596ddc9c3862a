package dev.retune.workflow;

import dev.retune.document.ChunkingSetting;
import dev.retune.document.Document;
import dev.retune.document.DocumentStore;
import dev.retune.document.FilePasswords;
import dev.retune.document.PageReading;
import dev.retune.document.ReadingChoice;
import dev.retune.document.Rechunked;
import dev.retune.document.RereadOptions;
import dev.retune.document.RereadRequest;
import dev.retune.document.Rereader;
import dev.retune.pair.Action;
import dev.retune.pair.Review;
import dev.retune.project.Project;
import dev.retune.task.Progress;
import dev.retune.text.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/// Reads documents or single pages of them again, or leaves them out, and keeps their pairs.
public final class RereadDocuments {
  private final Project project;
  private final ProjectModel model;
  private final SentenceVectors vectors;
  private final DocumentStore documents;
  private final Review review;
  private final FilePasswords passwords;
  private final ScanLanguages languages;

  RereadDocuments(
      Project project,
      ProjectModel model,
      SentenceVectors vectors,
      DocumentStore documents,
      Review review,
      FilePasswords passwords,
      ScanLanguages languages) {
    this.project = project;
    this.model = model;
    this.vectors = vectors;
    this.documents = documents;
    this.review = review;
    this.passwords = passwords;
    this.languages = languages;
  }

  /// How a document is to be read.
  public ReadingChoice choice(UUID document) {
    return documents.choice(document);
  }

  /// How each page of a document was read, in order.
  public List<PageReading> pages(UUID document) {
    return documents.readings(document);
  }

  /// Reads pages again with tables as rows and columns.
  ///
  /// @throws java.util.concurrent.CancellationException if cancelled; nothing is stored then
  /// @throws dev.retune.text.ProblemException if a document cannot be read, questions are being
  ///   written, or the project cannot be written
  public RereadSummary run(Collection<UUID> chosen, RereadRequest request, Progress progress) {
    return run(chosen, request, true, progress);
  }

  /// Reads pages again, cuts their documents anew and moves their pairs, in one transaction and as
  /// one action: an interrupted or failed run changes nothing. Chunks that are replaced stay in the
  /// store for whatever refers to them; frozen data sets are not touched. Imports wait meanwhile.
  ///
  /// @param chosen ids of documents
  /// @param tables whether tables of PDF files become passages of rows and columns
  /// @throws java.util.concurrent.CancellationException if cancelled; nothing is stored then
  /// @throws dev.retune.text.ProblemException if a document cannot be read, questions are being
  ///   written, or the project cannot be written
  public RereadSummary run(
      Collection<UUID> chosen, RereadRequest request, boolean tables, Progress progress) {
    var wanted = new HashSet<>(chosen);
    var summaries = new ArrayList<RereadSummary>();
    project
        .importing()
        .take(
            progress,
            () -> {
              var some =
                  documents.documents().stream()
                      .filter(document -> wanted.contains(document.id()))
                      .toList();
              var read = read(some, request, tables, progress);
              progress.checkCancelled();
              summaries.add(RereadSummary.of(review.rechunk(read, false), read.rereads()));
            });
    return summaries.getFirst();
  }

  private Rechunked read(
      List<Document> some, RereadRequest request, boolean tables, Progress progress) {
    var options = new ChunkingSetting(project).get();
    var reading = new RereadOptions(languages::settings, passwords, tables);
    try (var tokenizer = model.tokenizer(progress);
        var embedder = vectors.open(options, progress)) {
      return new Rereader(project, tokenizer, options, embedder, reading)
          .read(some, request, progress);
    }
  }

  /// Brings back what [#run] replaced, if nothing was decided or corrected since.
  ///
  /// @throws dev.retune.text.ProblemException if something was
  public void undo(Action action) {
    if (review.undo(action).isEmpty()) {
      throw Problem.of(RereadDocuments.class, "reread.notNewest").exception();
    }
  }
}
