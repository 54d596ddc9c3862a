package dev.retune.retrieval;

import dev.retune.encoder.Similarity;
import dev.retune.file.AtomicFile;
import dev.retune.file.Json;
import dev.retune.file.Reason;
import dev.retune.text.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The result file of sentence-transformers' `InformationRetrievalEvaluator`: `epoch`, `steps`,
/// then one block of metrics for each similarity. Today's names are `cosine-` and `dot-`; older
/// versions wrote `cos_sim-` and `dot_score-` side by side.
public final class InformationRetrievalCsv {
  private static final List<Integer> CUTOFFS = List.of(1, 3, 5, 10);

  private InformationRetrievalCsv() {}

  /// One line.
  ///
  /// @param epoch −1 outside training
  /// @param steps −1 outside training
  /// @param metrics by name such as `ndcg@10`, by similarity; those the layout has no column for
  ///   are not written
  public record Line(double epoch, long steps, Map<Similarity, Map<String, Double>> metrics) {
    public Line {
      var copy = new EnumMap<Similarity, Map<String, Double>>(Similarity.class);
      metrics.forEach((similarity, values) ->
          copy.put(similarity, Collections.unmodifiableMap(new LinkedHashMap<>(values))));
      metrics = Collections.unmodifiableMap(copy);
    }

    /// A line outside training.
    public static Line of(Similarity similarity, Evaluation evaluation) {
      return new Line(-1, -1, Map.of(similarity, evaluation.metrics()));
    }
  }

  /// The file name that sentence-transformers gives to results called `name`.
  public static String fileName(String name) {
    return "Information-Retrieval_evaluation" + (name.isEmpty() ? "" : "_" + name) + "_results.csv";
  }

  /// Reads the layout of every version.
  ///
  /// @throws dev.retune.text.ProblemException naming file and line, if it is no such file
  public static List<Line> read(Path file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw Problem.of(Json.class, "read", file, Reason.of(e)).exception(e);
    }
    var columns = lines.isEmpty() ? List.<CsvColumn>of() : CsvColumn.ofHeader(lines.getFirst());
    if (columns.isEmpty()) {
      throw Problem.of(InformationRetrievalCsv.class, "csvHeader", file).exception();
    }
    var read = new ArrayList<Line>();
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        read.add(line(file, i + 1, lines.get(i).split(",", -1), columns));
      }
    }
    return read;
  }

  private static Line line(Path file, int number, String[] cells, List<CsvColumn> columns) {
    if (cells.length != columns.size() + 2) {
      throw Problem.of(InformationRetrievalCsv.class, "csvLine", file, number).exception();
    }
    try {
      var metrics = new EnumMap<Similarity, Map<String, Double>>(Similarity.class);
      for (int c = 0; c < columns.size(); c++) {
        metrics
            .computeIfAbsent(columns.get(c).similarity(), _ -> new LinkedHashMap<>())
            .put(columns.get(c).metric(), Double.parseDouble(cells[c + 2]));
      }
      return new Line(Double.parseDouble(cells[0]), Long.parseLong(cells[1]), metrics);
    } catch (NumberFormatException e) {
      throw Problem.of(InformationRetrievalCsv.class, "csvLine", file, number).exception(e);
    }
  }

  /// Adds a line, under a new header where the file does not exist yet.
  ///
  /// @throws dev.retune.text.ProblemException if it cannot be written, or the file that is there
  ///   has other columns
  /// @throws IllegalArgumentException if a metric that the layout needs is missing
  public static void append(Path file, Line line) {
    var columns =
        line.metrics().keySet().stream()
            .flatMap(similarity -> CsvColumn.of(similarity, CUTOFFS).stream())
            .toList();
    var header = CsvColumn.header(columns);
    var before = header + "\n";
    if (Files.exists(file)) {
      try {
        before = Files.readString(file);
      } catch (IOException e) {
        throw Problem.of(Json.class, "read", file, Reason.of(e)).exception(e);
      }
      if (!before.lines().findFirst().orElse("").equals(header)) {
        throw Problem.of(InformationRetrievalCsv.class, "csvColumns", file).exception();
      }
    }
    var text = new StringBuilder(before);
    if (!before.endsWith("\n")) {
      text.append('\n');
    }
    text.append(PythonFloat.epoch(line.epoch())).append(',').append(line.steps());
    for (var column : columns) {
      var value = line.metrics().getOrDefault(column.similarity(), Map.of()).get(column.metric());
      if (value == null) {
        throw new IllegalArgumentException("missing: " + column.metric());
      }
      text.append(',').append(PythonFloat.repr(value));
    }
    AtomicFile.writeString(file, text.append('\n').toString());
  }
}
