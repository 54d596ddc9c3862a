package dev.retune.retrieval;

import dev.retune.encoder.Similarity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// One metric column of sentence-transformers' result file.
///
/// @param metric in this program's words, such as `ndcg@10`
record CsvColumn(Similarity similarity, String metric) {
  private static final Map<String, Similarity> PREFIXES =
      Map.of(
          "cosine", Similarity.COSINE,
          "cos_sim", Similarity.COSINE,
          "dot", Similarity.DOT,
          "dot_score", Similarity.DOT);

  /// The columns of one similarity, in the order of the file.
  static List<CsvColumn> of(Similarity similarity, List<Integer> cutoffs) {
    var columns = new ArrayList<CsvColumn>();
    cutoffs.forEach(k -> columns.add(new CsvColumn(similarity, "accuracy@" + k)));
    cutoffs.forEach(k -> {
      columns.add(new CsvColumn(similarity, "precision@" + k));
      columns.add(new CsvColumn(similarity, "recall@" + k));
    });
    for (var metric : List.of("mrr@10", "ndcg@10", "map@100")) {
      columns.add(new CsvColumn(similarity, metric));
    }
    return columns;
  }

  static String header(List<CsvColumn> columns) {
    return "epoch,steps," + columns.stream().map(CsvColumn::name).collect(Collectors.joining(","));
  }

  /// The metric columns of a header; empty if it is not one.
  static List<CsvColumn> ofHeader(String header) {
    var cells = header.split(",", -1);
    if (cells.length < 3 || !cells[0].equals("epoch") || !cells[1].equals("steps")) {
      return List.of();
    }
    var columns = new ArrayList<CsvColumn>();
    for (int i = 2; i < cells.length; i++) {
      int dash = cells[i].indexOf('-');
      var similarity = dash < 0 ? null : PREFIXES.get(cells[i].substring(0, dash));
      if (similarity == null) {
        return List.of();
      }
      columns.add(new CsvColumn(similarity, cells[i].substring(dash + 1).toLowerCase(Locale.ROOT)));
    }
    return columns;
  }

  private String name() {
    var kind = metric.substring(0, metric.indexOf('@'));
    var written =
        switch (kind) {
          case "mrr", "ndcg", "map" -> kind.toUpperCase(Locale.ROOT);
          default -> Character.toUpperCase(kind.charAt(0)) + kind.substring(1);
        };
    return prefix() + "-" + written + metric.substring(metric.indexOf('@'));
  }

  private String prefix() {
    return switch (similarity) {
      case COSINE -> "cosine";
      case DOT -> "dot";
    };
  }
}
