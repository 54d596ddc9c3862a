package dev.retune.dataset;

import dev.retune.text.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What makes training data consistent.
final class TrainingDataRules {
  private TrainingDataRules() {}

  static void check(
      Shape shape,
      Map<String, String> corpus,
      Map<String, String> queries,
      List<Row> rows,
      Map<Split, RetrievalSet> evaluation) {
    for (int i = 0; i < rows.size(); i++) {
      var row = rows.get(i);
      var problem = problem(shape, corpus, queries, row, shape.fileName(), i + 1);
      if (problem != null) {
        throw problem.exception();
      }
    }
    evaluation.forEach((split, set) -> {
      subset(set.queries(), queries, split);
      subset(set.corpus(), corpus, split);
    });
  }

  /// What is wrong with one row; null if nothing.
  static @Nullable Problem problem(
      Shape shape,
      Map<String, String> corpus,
      Map<String, String> queries,
      Row row,
      String file,
      int line) {
    if (row.shape() != shape) {
      return Problem.of(TrainingDataRules.class, "shape", file, line, row.shape().id());
    }
    if (row instanceof TripletRow triplet && !triplet.scoredWhole()) {
      return teacher(file, line, triplet);
    }
    for (var id : queryIds(row)) {
      if (!queries.containsKey(id)) {
        return Problem.of(TrainingDataRules.class, "unknownQueryAt", file, line, id);
      }
    }
    for (var id : passageIds(row)) {
      if (!corpus.containsKey(id)) {
        return Problem.of(TrainingDataRules.class, "unknownPassageAt", file, line, id);
      }
    }
    return null;
  }

  /// That scores are missing, or there are too many.
  static Problem teacher(String file, int line, TripletRow row) {
    return Problem.of(TrainingDataRules.class, "teacher", file, line, row.negatives().size());
  }

  private static List<String> queryIds(Row row) {
    return switch (row) {
      case PairRow pair -> List.of(pair.query());
      case TripletRow triplet -> List.of(triplet.query());
      case ScoredRow scored -> List.of(scored.first());
      case LabelledRow labelled -> List.of(labelled.first());
      case ClassRow _ -> List.of();
    };
  }

  private static List<String> passageIds(Row row) {
    return switch (row) {
      case PairRow pair -> List.of(pair.passage());
      case TripletRow triplet -> {
        var ids = new ArrayList<>(triplet.negatives());
        ids.addFirst(triplet.positive());
        yield ids;
      }
      case ScoredRow scored -> List.of(scored.second());
      case LabelledRow labelled -> List.of(labelled.second());
      case ClassRow single -> List.of(single.text());
    };
  }

  private static void subset(Map<String, String> part, Map<String, String> whole, Split split) {
    part.forEach((id, text) -> {
      if (!text.equals(whole.get(id))) {
        throw Problem.of(TrainingDataRules.class, "otherText", id, split.id()).exception();
      }
    });
  }

  static Problem noSplit(Split wanted, Collection<Split> present) {
    var names = present.stream().map(Split::id).collect(Collectors.joining(", "));
    return Problem.of(
        TrainingDataRules.class, "noSplit", wanted.id(), names.isEmpty() ? "–" : names);
  }
}
