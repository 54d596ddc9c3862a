package dev.retune.training;

import dev.retune.dataset.ClassRow;
import dev.retune.dataset.LabelledRow;
import dev.retune.dataset.PairRow;
import dev.retune.dataset.Row;
import dev.retune.dataset.ScoredRow;
import dev.retune.dataset.Split;
import dev.retune.dataset.TrainingData;
import dev.retune.dataset.TripletRow;
import dev.retune.text.Problem;
import dev.retune.training.loss.LossParameter;
import dev.retune.training.loss.LossSettings;
import dev.retune.training.loss.LossTable;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Turns the training rows of a dataset into what a loss learns from, by the rule for relevance
/// that stands in [LossTable].
final class Examples {
  private final LossSettings loss;
  private final double greatest;
  private final Map<String, Integer> classes = new HashMap<>();

  private Examples(LossSettings loss, List<Row> rows) {
    this.loss = loss;
    this.greatest = rows.stream().mapToDouble(row -> Math.abs(relevance(row))).reduce(1, Math::max);
  }

  /// @throws dev.retune.text.ProblemException if the loss cannot learn from these rows
  static List<Example> of(TrainingData data, LossSettings loss) {
    LossTable.check(loss, data);
    var rows = data.rows(Split.TRAIN);
    var examples = new Examples(loss, rows);
    return rows.stream().flatMap(examples::of).toList();
  }

  private Stream<Example> of(Row row) {
    return switch (row) {
      case PairRow pair -> pair(pair);
      case TripletRow triplet -> Stream.of(triplet(triplet));
      case ScoredRow scored -> Stream.of(both(scored.first(), scored.second(), grade(row)));
      case LabelledRow labelled ->
          together(labelled.label()).stream()
              .map(label -> both(labelled.first(), labelled.second(), label));
      case ClassRow single -> {
        var label = classes.computeIfAbsent(single.label(), _ -> classes.size());
        yield Stream.of(
            new Example(List.of(TextKey.passage(single.text())), List.of((double) label), 1));
      }
    };
  }

  private Stream<Example> pair(PairRow pair) {
    if (!loss.ranks()) {
      return Stream.of(both(pair.query(), pair.passage(), Math.max(0, grade(pair))));
    }
    var least = loss.number(LossParameter.THRESHOLD);
    return pair.relevance() > 0 && pair.relevance() >= least
        ? Stream.of(new Example(texts(pair.query(), pair.passage()), List.of(), grade(pair)))
        : Stream.empty();
  }

  private Example triplet(TripletRow row) {
    var example = Example.pair(row.query(), row.positive(), row.negatives());
    var positive = row.posScores();
    var negative = row.negScores();
    if (positive == null || negative == null || !loss.taught()) {
      return example;
    }
    var scores = Stream.concat(positive.stream(), negative.stream()).toList();
    return new Example(example.texts(), scores, 1);
  }

  private static Example both(String first, String second, double target) {
    return new Example(texts(first, second), List.of(target), 1);
  }

  private static List<TextKey> texts(String first, String second) {
    return List.of(TextKey.query(first), TextKey.passage(second));
  }

  private double grade(Row row) {
    return relevance(row) / greatest;
  }

  private static double relevance(Row row) {
    return switch (row) {
      case PairRow pair -> pair.relevance();
      case ScoredRow scored -> scored.score();
      case TripletRow _, LabelledRow _, ClassRow _ -> 1;
    };
  }

  /// 1 if the label says that two texts belong together, 0 if it says that they do not; empty if it
  /// says neither.
  private static Optional<Double> together(String label) {
    return switch (label.strip().toLowerCase(Locale.ROOT)) {
      case "1", "1.0", "true", "yes", "entailment" -> Optional.of(1.0);
      case "0", "0.0", "false", "no", "contradiction" -> Optional.of(0.0);
      case "neutral" -> Optional.empty();
      default -> throw Problem.of(LossTable.class, "label", label).exception();
    };
  }
}
