package dev.retune.dataset;

import dev.retune.task.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Rows to learn from, with their texts but without anything to measure on.
///
/// @param shape of every row
/// @param corpus passage text by id
/// @param queries query text by id
public record TrainingRows(
    Shape shape, Map<String, String> corpus, Map<String, String> queries, List<Row> rows) {

  /// Whether `file` holds rows, one JSON object a line.
  public static boolean matches(Path file) {
    return Files.isRegularFile(file) && file.toString().toLowerCase(Locale.ROOT).endsWith(".jsonl");
  }

  /// Reads a file of JSON Lines that has every row's texts in it. Fields decide the shape, with the
  /// names of FlagEmbedding and sentence-transformers:
  ///
  /// ```
  /// query, pos [], neg [], pos_scores [], neg_scores []   triplets; pairs without neg
  /// anchor, positive, negative or negative_1 to negative_n   triplets; pairs without negative
  /// query, answer                                            pairs
  /// sentence1, sentence2, score                              scored
  /// premise, hypothesis, label or sentence1, sentence2, label   labelled
  /// text, label                                              classes
  /// ```
  ///
  /// @throws dev.retune.text.ProblemException naming file and line, if a line has none of these
  ///   forms or another shape than the first
  public static TrainingRows read(Path file) {
    return read(file, Progress.none());
  }

  /// The same, unless the person asks to stop.
  ///
  /// @throws java.util.concurrent.CancellationException if cancelled
  public static TrainingRows read(Path file, Progress progress) {
    return new RowLines(file).read(progress);
  }

  /// These rows with what the splits are measured on.
  public TrainingData measuredOn(Map<Split, RetrievalSet> sets) {
    return PairMerge.merge(this, sets);
  }
}
