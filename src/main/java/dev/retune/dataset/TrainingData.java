package dev.retune.dataset;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Everything one run learns from and is measured on.
///
/// @param shape of every row
/// @param corpus passage text by id
/// @param queries query text by id
/// @param rows in the order they were collected; training shuffles, this does not
/// @param evaluation what each split is measured on; a split may search its own part of the corpus;
///   queries that a split judges nothing for are dropped from it, and splits that judge nothing
///   relevant are dropped whole, because they cannot be measured
public record TrainingData(
    Shape shape,
    Map<String, String> corpus,
    Map<String, String> queries,
    List<Row> rows,
    Map<Split, RetrievalSet> evaluation) {

  /// @throws dev.retune.text.ProblemException if a row or an evaluation names a text that is not
  ///   there, or a row is of another shape
  public TrainingData {
    corpus = Collections.unmodifiableMap(new LinkedHashMap<>(corpus));
    queries = Collections.unmodifiableMap(new LinkedHashMap<>(queries));
    rows = List.copyOf(rows);
    var copy = new EnumMap<Split, RetrievalSet>(Split.class);
    evaluation.forEach((split, set) -> {
      if (set.answerable() > 0) {
        copy.put(split, set.judgedOnly());
      }
    });
    evaluation = Collections.unmodifiableMap(copy);
    TrainingDataRules.check(shape, corpus, queries, rows, evaluation);
  }

  /// Pairs from retrieval sets, one for each split: every relevant judgement becomes a row, and
  /// every set is what its split is measured on, over its own corpus.
  ///
  /// Ids are kept. Where two sets use one id for different texts, the later set's ids get the name
  /// of its split in front.
  public static TrainingData ofPairs(Map<Split, RetrievalSet> sets) {
    return PairMerge.merge(sets);
  }

  /// The rows of one split, in order.
  public List<Row> rows(Split split) {
    return rows.stream().filter(row -> row.split() == split).toList();
  }

  /// Whether `split` can be measured.
  public boolean hasEvaluation(Split split) {
    return evaluation.containsKey(split);
  }

  /// What `split` is measured on.
  ///
  /// @throws dev.retune.text.ProblemException if the dataset has no such split
  public RetrievalSet evaluation(Split split) {
    var set = evaluation.get(split);
    if (set == null) {
      throw TrainingDataRules.noSplit(split, evaluation.keySet()).exception();
    }
    return set;
  }
}
