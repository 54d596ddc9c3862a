package dev.retune.training;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Which pairs must not meet in a batch, because one's passage would count as wrong for the other's
/// query although it is right: the same passage text, the same query text, or a passage that is
/// known to answer the other's query.
final class Conflicts {
  private final List<Keys> pairs = new ArrayList<>();

  /// @param passage text of the pair's passage
  /// @param query text of its query
  /// @param positives texts of all passages that answer the query
  /// @param candidates the passage and the hard negatives
  private record Keys(
      String passage, String query, Set<String> positives, Set<String> candidates) {}

  /// @param queries texts by id
  /// @param corpus texts by id
  /// @param positives for each query text all passage texts that answer it, in any split
  Conflicts(
      List<Example> examples,
      Map<String, String> queries,
      Map<String, String> corpus,
      Map<String, ? extends Collection<String>> positives) {
    for (var example : examples) {
      var query = text(queries, example.first());
      var candidates = new HashSet<String>();
      example.others().forEach(id -> candidates.add(text(corpus, id)));
      var passage = text(corpus, example.others().getFirst());
      var right = new HashSet<>(positives.containsKey(query) ? positives.get(query) : Set.of());
      right.add(passage);
      this.pairs.add(new Keys(passage, query, right, candidates));
    }
  }

  /// Texts that differ in spaces and case only are the same text.
  static String same(String text) {
    return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  private static String text(Map<String, String> texts, String id) {
    return same(texts.getOrDefault(id, id));
  }

  Batch emptyBatch() {
    return new Batch();
  }

  /// A batch being filled.
  final class Batch {
    private final Set<String> queries = new HashSet<>();
    private final Set<String> positives = new HashSet<>();
    private final Set<String> candidates = new HashSet<>();

    /// Takes the pair in if it gets along with those already here.
    boolean accept(int index) {
      var keys = pairs.get(index);
      if (queries.contains(keys.query())
          || keys.positives().stream().anyMatch(candidates::contains)
          || keys.candidates().stream().anyMatch(positives::contains)) {
        return false;
      }
      queries.add(keys.query());
      positives.addAll(keys.positives());
      candidates.addAll(keys.candidates());
      return true;
    }
  }
}
