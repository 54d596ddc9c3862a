package dev.retune.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// One row to learn from.
///
/// @param texts what it consists of, one a column: query, passage and hard negatives; or first and
///   second text; or the text alone
/// @param targets what the data says of it; empty where it says nothing
/// @param weight how much it counts beside the others
/// @param right ids of passages that must not count as wrong for its query
record Example(List<TextKey> texts, List<Double> targets, double weight, Set<String> right) {

  Example {
    texts = List.copyOf(texts);
    targets = List.copyOf(targets);
    right = Set.copyOf(right);
  }

  /// A row of which no passage is known that must not count as wrong.
  Example(List<TextKey> texts, List<Double> targets, double weight) {
    this(texts, targets, weight, Set.of());
  }

  /// The same row with other passages that must not count as wrong for its query.
  Example withRight(Set<String> others) {
    return new Example(texts, targets, weight, others);
  }

  /// The same row with fewer texts.
  Example with(List<TextKey> fewer, List<Double> others) {
    return new Example(fewer, others, weight, right);
  }

  /// A query, a passage that answers it, and passages that do not although they look so.
  static Example pair(String query, String passage, List<String> negatives) {
    var texts = new ArrayList<TextKey>();
    texts.add(TextKey.query(query));
    texts.add(TextKey.passage(passage));
    negatives.forEach(id -> texts.add(TextKey.passage(id)));
    return new Example(texts, List.of(), 1);
  }

  /// The same row as one of another dataset.
  Example in(int source) {
    return source == source()
        ? this
        : new Example(texts.stream().map(key -> key.in(source)).toList(), targets, weight);
  }

  /// The dataset that it comes from: 0 the main one, then the auxiliary ones in their order.
  int source() {
    return texts.getFirst().source();
  }

  /// Id of the first text.
  String first() {
    return texts.getFirst().id();
  }

  /// The text that the first belongs to; the first itself where it stands alone.
  TextKey second() {
    return texts.get(Math.min(1, texts.size() - 1));
  }

  /// Ids of the other texts: the answering passage first, then the hard negatives.
  List<String> others() {
    return texts.stream().skip(1).map(TextKey::id).toList();
  }
}
