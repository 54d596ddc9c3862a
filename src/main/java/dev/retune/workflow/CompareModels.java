package dev.retune.workflow;

import dev.retune.dataset.RetrievalSet;
import dev.retune.dataset.Split;
import dev.retune.document.Chunk;
import dev.retune.document.DocumentStore;
import dev.retune.encoder.LocalEmbedder;
import dev.retune.encoder.ModelFolder;
import dev.retune.model.ModelEntry;
import dev.retune.pair.PairDataset;
import dev.retune.pair.PairStore;
import dev.retune.project.Project;
import dev.retune.retrieval.Bm25Searcher;
import dev.retune.retrieval.VectorCache;
import dev.retune.retrieval.VectorSearcher;
import dev.retune.task.Progress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    var chunks = new LinkedHashMap<String, Chunk>();
    documents.allChunks().forEach(chunk -> chunks.put(chunk.id().toString(), chunk));
    var corpus = new LinkedHashMap<String, String>();
    chunks.forEach((id, chunk) -> corpus.put(id, chunk.text()));
    var questions = questions(chunks);
    var left = ready(base, corpus, progress);
    try {
      var right = ready(tuned, corpus, progress);
      return new OpenComparison(left, right, new Bm25Searcher(corpus), chunks, questions);
    } catch (RuntimeException e) {
      left.close();
      throw e;
    }
  }

  private ModelOnCorpus ready(ModelEntry model, Map<String, String> corpus, Progress progress) {
    var ready = workbench.models().ensure(model.id(), progress);
    var embedder = LocalEmbedder.open(ModelFolder.read(ready.folder()));
    try {
      var cache = new VectorCache(project.vectors());
      return new ModelOnCorpus(
          model, embedder, new VectorSearcher(embedder, corpus, cache, progress));
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
