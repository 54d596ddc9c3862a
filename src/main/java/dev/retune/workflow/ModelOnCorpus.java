package dev.retune.workflow;

import dev.retune.encoder.Embedder;
import dev.retune.model.ModelEntry;
import dev.retune.retrieval.Searcher;

/// A model with the passages embedded by it.
record ModelOnCorpus(ModelEntry model, Embedder embedder, Searcher searcher)
    implements AutoCloseable {

  @Override
  public void close() {
    searcher.close();
    embedder.close();
  }
}
