package dev.retune.workflow;

import dev.retune.encoder.Embedder;
import dev.retune.model.ModelEntry;

/// A model with the passages embedded by it.
record ModelOnCorpus(ModelEntry model, Embedder embedder, ScoredSearchers searchers)
    implements AutoCloseable {

  @Override
  public void close() {
    searchers.close();
    embedder.close();
  }
}
