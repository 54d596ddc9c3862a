package dev.retune.training;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which pairs must not meet in a batch, because one's passage would count as wrong for the other's
/// query although it is right: the same passage text, the same query text, a passage that is known
/// to answer the other's query, or one that is [like][Likeness] such a passage.
final class Conflicts {
  private final List<Example> examples;
  private final Map<String, String> corpus;
  private final List<Keys> pairs = new ArrayList<>();

  /// @param query text of the pair's query
  /// @param right texts of all passages that answer the query or are like one that does
  /// @param candidates the passage and the hard negatives
  private record Keys(String query, Set<String> right, Set<String> candidates) {}

  /// @param queries texts by id
  /// @param corpus texts by id
  /// @param positives for each query text all passage texts that answer it, in any split
  Conflicts(
      List<Example> examples,
      Map<String, String> queries,
      Map<String, String> corpus,
      Map<String, ? extends Collection<String>> positives) {
    this.examples = examples;
    this.corpus = corpus;
    var answers =
        examples.stream()
            .map(example -> answers(example, text(queries, example.first()), positives))
            .toList();
    var candidates = examples.stream().map(this::candidates).toList();
    var alike =
        Likeness.of(
            Stream.of(answers, candidates).flatMap(List::stream).flatMap(Set::stream).toList());
    for (var i = 0; i < examples.size(); i++) {
      var right = new HashSet<>(answers.get(i));
      answers.get(i).forEach(answer -> right.addAll(alike.getOrDefault(answer, Set.of())));
      pairs.add(new Keys(text(queries, examples.get(i).first()), right, candidates.get(i)));
    }
  }

  private Set<String> answers(
      Example example, String query, Map<String, ? extends Collection<String>> positives) {
    var answers = new HashSet<String>();
    var known = positives.get(query);
    if (known != null) {
      answers.addAll(known);
    }
    answers.add(text(corpus, example.others().getFirst()));
    return answers;
  }

  private Set<String> candidates(Example example) {
    return example.others().stream().map(id -> text(corpus, id)).collect(Collectors.toSet());
  }

  /// The examples, each with what must not count as wrong where it is met all the same: in a batch
  /// of what was left over, or among hard negatives.
  List<Example> marked() {
    var ids = new HashMap<String, Set<String>>();
    for (var example : examples) {
      for (var id : example.others()) {
        ids.computeIfAbsent(text(corpus, id), _ -> new HashSet<>()).add(id);
      }
    }
    var marked = new ArrayList<Example>();
    for (var i = 0; i < examples.size(); i++) {
      var right = new HashSet<String>();
      pairs.get(i).right().forEach(text -> right.addAll(ids.getOrDefault(text, Set.of())));
      marked.add(examples.get(i).withRight(right));
    }
    return marked;
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
    private final Set<String> right = new HashSet<>();
    private final Set<String> candidates = new HashSet<>();

    /// Takes the pair in if it gets along with those already here.
    boolean accept(int index) {
      var keys = pairs.get(index);
      if (queries.contains(keys.query())
          || keys.right().stream().anyMatch(candidates::contains)
          || keys.candidates().stream().anyMatch(right::contains)) {
        return false;
      }
      queries.add(keys.query());
      right.addAll(keys.right());
      candidates.addAll(keys.candidates());
      return true;
    }
  }
}
