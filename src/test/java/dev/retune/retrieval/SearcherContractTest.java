package dev.retune.retrieval;

import dev.retune.encoder.Similarity;
import dev.retune.encoder.Windows;
import dev.retune.task.Progress;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/// Every way of searching keeps the contract.
class SearcherContractTest {

  private static WordsEmbedder words(Similarity similarity) {
    return new WordsEmbedder(similarity, "pump", "oil");
  }

  private static VectorSearcher vectors(Map<String, String> corpus) {
    return new VectorSearcher(words(Similarity.COSINE), corpus, Progress.none());
  }

  @Nested
  class Bm25 extends SearcherContract {
    @Override
    Searcher over(Map<String, String> corpus) {
      return new Bm25Searcher(corpus);
    }
  }

  @Nested
  class Cosine extends SearcherContract {
    @Override
    Searcher over(Map<String, String> corpus) {
      return vectors(corpus);
    }
  }

  @Nested
  class ByWindows extends SearcherContract {
    @Override
    Searcher over(Map<String, String> corpus) {
      var embedder = words(Similarity.COSINE);
      return new VectorSearcher(
          embedder,
          corpus,
          PassageVectors.of(embedder, corpus.values(), new Windows(2, 1), Progress.none()));
    }
  }

  @Nested
  class Hybrid extends SearcherContract {
    @Override
    Searcher over(Map<String, String> corpus) {
      return new HybridSearcher(vectors(corpus), new Bm25Searcher(corpus), HybridSearcher.EQUAL);
    }
  }
}
