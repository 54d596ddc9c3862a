package dev.retune.workflow;

import dev.retune.document.ChunkingOptions;
import dev.retune.document.ChunkingSetting;
import dev.retune.document.Document;
import dev.retune.document.DocumentStore;
import dev.retune.document.Rechunked;
import dev.retune.document.Rechunker;
import dev.retune.pair.Action;
import dev.retune.pair.LostPair;
import dev.retune.pair.PairStore;
import dev.retune.pair.RechunkSummary;
import dev.retune.pair.Review;
import dev.retune.project.Project;
import dev.retune.task.Progress;
import dev.retune.text.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/// Cuts the project's documents into passages anew and keeps their pairs.
public final class RechunkDocuments {
  private final Project project;
  private final ProjectModel model;
  private final SentenceVectors vectors;
  private final DocumentStore documents;
  private final PairStore pairs;
  private final Review review;

  RechunkDocuments(
      Project project,
      ProjectModel model,
      SentenceVectors vectors,
      DocumentStore documents,
      PairStore pairs,
      Review review) {
    this.project = project;
    this.model = model;
    this.vectors = vectors;
    this.documents = documents;
    this.pairs = pairs;
    this.review = review;
  }

  /// How imports cut documents.
  public ChunkingOptions options() {
    return new ChunkingSetting(project).get();
  }

  /// Chooses how imports cut documents from now on; documents that are there stay as they are.
  public void choose(ChunkingOptions options) {
    new ChunkingSetting(project).put(options);
  }

  /// What cutting would give; nothing is stored.
  ///
  /// @param chosen ids of documents; empty for all
  /// @throws java.util.concurrent.CancellationException if cancelled
  public ChunkingPreview preview(
      Collection<UUID> chosen, ChunkingOptions options, Progress progress) {
    var rechunked = cut(documents(chosen), options, progress);
    return ChunkingPreview.of(rechunked, model.maxTokens(progress));
  }

  /// Cuts documents anew and moves their pairs, in one transaction: an interrupted or failed run
  /// changes nothing. Chunks that are replaced stay in the store for whatever refers to them;
  /// frozen data sets are not touched. Imports wait meanwhile.
  ///
  /// Where all documents are cut, imports follow the same options from then on.
  ///
  /// @param chosen ids of documents; empty for all
  /// @throws java.util.concurrent.CancellationException if cancelled; nothing is stored then
  /// @throws dev.retune.text.ProblemException if questions are being written, or the project cannot
  ///   be written
  public RechunkSummary run(Collection<UUID> chosen, ChunkingOptions options, Progress progress) {
    var summaries = new ArrayList<RechunkSummary>();
    project
        .importing()
        .take(
            progress,
            () -> {
              var rechunked = cut(documents(chosen), options, progress);
              progress.checkCancelled();
              summaries.add(review.rechunk(rechunked, chosen.isEmpty()));
            });
    return summaries.getFirst();
  }

  /// Brings back what [#run] replaced, if nothing was decided since.
  ///
  /// @throws dev.retune.text.ProblemException if something was
  public void undo(Action action) {
    if (review.undo(action).isEmpty()) {
      throw Problem.of(RechunkDocuments.class, "rechunk.notNewest").exception();
    }
  }

  /// Pairs that could not be kept and were not put together again since.
  public List<LostPair> lost() {
    return pairs.lost();
  }

  private List<Document> documents(Collection<UUID> chosen) {
    var wanted = new HashSet<>(chosen);
    return documents.documents().stream()
        .filter(document -> wanted.isEmpty() || wanted.contains(document.id()))
        .toList();
  }

  private Rechunked cut(List<Document> chosen, ChunkingOptions options, Progress progress) {
    try (var tokenizer = model.tokenizer(progress);
        var embedder = vectors.open(options, progress)) {
      return new Rechunker(project, tokenizer, options, embedder).cut(chosen, progress);
    }
  }
}
