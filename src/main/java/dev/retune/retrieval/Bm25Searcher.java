package dev.retune.retrieval;

import dev.retune.task.Progress;
import java.util.List;
import java.util.Map;

/// Plain keyword search over an index in memory: what every model has to beat.
public final class Bm25Searcher implements Searcher {

  /// @param corpus passage text by passage id
  public Bm25Searcher(Map<String, String> corpus) {}

  @Override
  public String name() {
    return "BM25";
  }

  @Override
  public List<List<Hit>> search(List<String> queries, int k, Progress progress) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
