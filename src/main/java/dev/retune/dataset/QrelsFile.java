package dev.retune.dataset;

import dev.retune.text.Problem;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// `qrels/<split>.tsv`: query id, passage id and relevance, separated by tabs under a header.
final class QrelsFile {
  private static final String HEADER = "query-id\tcorpus-id\tscore";

  private QrelsFile() {}

  /// Judgements by query. A missing score means 1; the header may be missing too.
  ///
  /// @throws dev.retune.text.ProblemException if a line names an unknown id, is not understood or
  ///   contradicts another one, or no passage is judged relevant
  static Map<String, Map<String, Double>> read(
      Path file, Map<String, String> corpus, Map<String, String> queries) {
    var qrels = new LinkedHashMap<String, Map<String, Double>>();
    JsonLines.lines(
        file,
        (number, line) -> {
          var cells = line.split("\t", -1);
          if (number == 1 && isHeader(cells)) {
            return;
          }
          if (cells.length < 2 || cells.length > 3) {
            throw Problem.of(QrelsFile.class, "columns", file, number).exception();
          }
          if (!queries.containsKey(cells[0])) {
            throw Problem.of(TrainingDataRules.class, "unknownQueryAt", file, number, cells[0])
                .exception();
          }
          if (!corpus.containsKey(cells[1])) {
            throw Problem.of(TrainingDataRules.class, "unknownPassageAt", file, number, cells[1])
                .exception();
          }
          double relevance = cells.length == 2 ? 1 : relevance(file, number, cells[2]);
          var known =
              qrels.computeIfAbsent(cells[0], _ -> new LinkedHashMap<>()).put(cells[1], relevance);
          if (known != null && known != relevance) {
            throw Problem.of(QrelsFile.class, "contradiction", file, number, cells[0], cells[1])
                .exception();
          }
        });
    if (qrels.values().stream().noneMatch(Qrels::anyRelevant)) {
      throw Problem.of(QrelsFile.class, "emptySplit", file).exception();
    }
    return qrels;
  }

  private static boolean isHeader(String[] cells) {
    return cells[0].equals("query-id") || cells[0].equals("query_id") || cells[0].equals("qid");
  }

  private static double relevance(Path file, int number, String cell) {
    try {
      double value = Double.parseDouble(cell.strip());
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException _) {
      // Told below, like an infinite one.
    }
    throw Problem.of(QrelsFile.class, "score", file, number, cell).exception();
  }

  static void write(Path file, Map<String, Map<String, Double>> qrels) {
    JsonLines.write(
        file,
        sink -> {
          sink.line(HEADER);
          for (var query : qrels.entrySet()) {
            for (var judged : query.getValue().entrySet()) {
              sink.line(
                  cell(file, query.getKey())
                      + "\t"
                      + cell(file, judged.getKey())
                      + "\t"
                      + plain(judged.getValue()));
            }
          }
        });
  }

  private static String cell(Path file, String id) {
    if (id.isBlank() || id.chars().anyMatch(c -> c == '\t' || c == '\n' || c == '\r')) {
      throw Problem.of(QrelsFile.class, "id", file, id).exception();
    }
    return id;
  }

  /// Whole numbers without a point: BEIR's own reader takes only those.
  private static String plain(double relevance) {
    return BigDecimal.valueOf(relevance).stripTrailingZeros().toPlainString();
  }
}
