package dev.retune.workflow;

import dev.retune.dataset.RetrievalSet;
import dev.retune.dataset.Split;
import dev.retune.document.Chunk;
import dev.retune.document.DocumentStore;
import dev.retune.encoder.EmbedOptions;
import dev.retune.model.ModelEntry;
import dev.retune.pair.PairDataset;
import dev.retune.pair.PairStore;
import dev.retune.project.Project;
import dev.retune.retrieval.Bm25Searcher;
import dev.retune.retrieval.VectorCache;
import dev.retune.task.Progress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Puts two models and BM25 side by side on a project's passages.
public final class CompareModels {
  private final Workbench workbench;
  private final Project project;
  private final DocumentStore documents;
  private final PairStore pairs;

  CompareModels(Workbench workbench, Project project, DocumentStore documents, PairStore pairs) {
    this.workbench = workbench;
    this.project = project;
    this.documents = documents;
    this.pairs = pairs;
  }

  /// Opens both models and embeds the passages; vectors that the project has cached are reused.
  ///
  /// @return to be closed by the caller
  /// @throws java.util.concurrent.CancellationException if cancelled
  public OpenComparison open(ModelEntry base, ModelEntry tuned, Progress progress) {
    return open(base, tuned, Scoring.PLAIN, progress);
  }

  /// Like [#open(ModelEntry, ModelEntry, Progress)], also with windows or BM25 joined. Where a
  /// weight of BM25 is to be chosen, each model gets its own, on the project's validation
  /// questions.
  ///
  /// @throws dev.retune.text.ProblemException if a model cannot be given these windows, or a weight
  ///   is to be chosen and the project has no validation questions apart from those it measures
  public OpenComparison open(
      ModelEntry base, ModelEntry tuned, Scoring scoring, Progress progress) {
    var chunks = new LinkedHashMap<String, Chunk>();
    documents.allChunks().forEach(chunk -> chunks.put(chunk.id().toString(), chunk));
    var corpus = new LinkedHashMap<String, String>();
    chunks.forEach((id, chunk) -> corpus.put(id, chunk.whole()));
    var questions = questions(chunks);
    var validation = validation(scoring, corpus, questions);
    var bm25 = new Bm25Searcher(corpus);
    try {
      var left = ready(base, scoring, corpus, bm25, validation, progress);
      try {
        var right = ready(tuned, scoring, corpus, bm25, validation, progress);
        return new OpenComparison(left, right, bm25, scoring, chunks, questions);
      } catch (RuntimeException e) {
        left.close();
        throw e;
      }
    } catch (RuntimeException e) {
      bm25.close();
      throw e;
    }
  }

  private static @Nullable RetrievalSet validation(
      Scoring scoring, Map<String, String> corpus, Map<Split, RetrievalSet> questions) {
    var measured =
        questions.values().stream()
            .findFirst()
            .orElseGet(() -> new RetrievalSet(corpus, Map.of(), Map.of()));
    return WeightQuestions.of(scoring, questions.get(Split.VALIDATION), measured);
  }

  private ModelOnCorpus ready(
      ModelEntry model,
      Scoring scoring,
      Map<String, String> corpus,
      Bm25Searcher bm25,
      @Nullable RetrievalSet validation,
      Progress progress) {
    var entry = workbench.models().ensure(model.id(), progress);
    var embedder = workbench.open(entry, EmbedOptions.defaults());
    try {
      var searchers =
          new ModelSearchers(embedder, scoring, new VectorCache(project.vectors()))
              .over(corpus, bm25, validation, progress);
      return new ModelOnCorpus(model, embedder, searchers);
    } catch (RuntimeException e) {
      embedder.close();
      throw e;
    }
  }

  private Map<Split, RetrievalSet> questions(Map<String, Chunk> chunks) {
    var data = PairDataset.of(chunks.values(), pairs.rows());
    var sets = new LinkedHashMap<Split, RetrievalSet>();
    for (var split : List.of(Split.TEST, Split.VALIDATION)) {
      if (data.hasEvaluation(split) && data.evaluation(split).answerable() > 0) {
        sets.put(split, data.evaluation(split));
      }
    }
    return sets;
  }
}
