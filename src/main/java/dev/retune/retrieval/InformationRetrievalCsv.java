package dev.retune.retrieval;

import dev.retune.encoder.Similarity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The result file of sentence-transformers' `InformationRetrievalEvaluator`.
public final class InformationRetrievalCsv {
  private InformationRetrievalCsv() {}

  /// One line.
  ///
  /// @param epoch −1 outside training
  /// @param steps −1 outside training
  /// @param metrics by name such as `ndcg@10`, by similarity
  public record Line(double epoch, long steps, Map<Similarity, Map<String, Double>> metrics) {}

  /// The file name that sentence-transformers gives to results called `name`.
  public static String fileName(String name) {
    return "Information-Retrieval_evaluation" + (name.isEmpty() ? "" : "_" + name) + "_results.csv";
  }

  /// Reads the layout of every version.
  ///
  /// @throws dev.retune.text.ProblemException if it is no such file
  public static List<Line> read(Path file) {
    throw new UnsupportedOperationException();
  }

  /// Appends a line, writing the header first where the file does not exist yet.
  ///
  /// @throws dev.retune.text.ProblemException if it cannot be written, or a metric is missing
  public static void append(Path file, Line line) {
    throw new UnsupportedOperationException();
  }
}
