package dev.retune.pair;

import dev.retune.dataset.LlamaIndexFormat;
import dev.retune.dataset.RetrievalSet;
import dev.retune.file.AtomicFile;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes pairs to files that other programs read.
public final class PairExport {
  private static final List<String> HEADER =
      List.of(
          "anchor",
          "positive",
          "score",
          "status",
          "split",
          "origin",
          "document",
          "page",
          "heading");

  private PairExport() {}

  /// LlamaIndex's `EmbeddingQAFinetuneDataset`: accepted pairs of relevance above 0 and their
  /// passages. Which are more relevant than others has no place in that format.
  ///
  /// @throws dev.retune.text.ProblemException if it cannot be written
  public static void llamaIndex(Path file, Collection<PairRow> pairs) {
    var corpus = new LinkedHashMap<String, String>();
    var queries = new LinkedHashMap<String, String>();
    var relevant = new LinkedHashMap<String, Map<String, Double>>();
    for (var pair : pairs) {
      if (pair.status() == ReviewStatus.ACCEPTED && pair.relevance() > 0) {
        var query = pair.queryId().toString();
        var passage = pair.chunkId().toString();
        corpus.put(passage, pair.passage());
        queries.put(query, pair.question());
        relevant.computeIfAbsent(query, _ -> new LinkedHashMap<>()).put(passage, 1.0);
      }
    }
    LlamaIndexFormat.write(file, new RetrievalSet(corpus, queries, relevant));
  }

  /// A table with one line a pair, of any status: RFC 4180, UTF-8. The first two columns are named
  /// as sentence-transformers reads them.
  ///
  /// @throws dev.retune.text.ProblemException if it cannot be written
  public static void csv(Path file, Collection<PairRow> pairs) {
    var text = new StringBuilder();
    line(text, HEADER);
    for (var pair : pairs) {
      var split = pair.split();
      line(
          text,
          List.of(
              pair.question(),
              pair.passage(),
              number(pair.relevance()),
              pair.status().name(),
              split == null ? "" : split.id(),
              pair.origin().name(),
              pair.documentName(),
              pair.firstPage() == 0 ? "" : Integer.toString(pair.firstPage()),
              String.join(" › ", pair.headingPath())));
    }
    AtomicFile.writeString(file, text.toString());
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  private static void line(StringBuilder text, List<String> fields) {
    text.append(fields.stream().map(PairExport::field).collect(Collectors.joining(",")))
        .append("\r\n");
  }

  private static String field(String value) {
    boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }
}
