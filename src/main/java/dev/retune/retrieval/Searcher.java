package dev.retune.retrieval;

import dev.retune.task.Progress;
import java.util.List;

/// Finds the best passages of one corpus for a query.
public interface Searcher extends AutoCloseable {

  /// Shown to people: the model's name, or `BM25`.
  String name();

  /// The best `k` passages for each query, best first. Equal scores stand in the order of the
  /// corpus, so the same search always gives the same list. Shorter than `k` where fewer match.
  ///
  /// @throws java.util.concurrent.CancellationException if the person asked to stop
  List<List<Hit>> search(List<String> queries, int k, Progress progress);

  /// The best `k` passages for one query.
  default List<Hit> search(String query, int k) {
    return search(List.of(query), k, Progress.none()).getFirst();
  }

  /// Frees what the searcher itself holds, not the model it was given.
  @Override
  void close();
}
