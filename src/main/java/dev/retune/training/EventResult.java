package dev.retune.training;

import dev.retune.dataset.Split;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a point of a run does on the validation questions, as its events say: without intervals, for
/// which the single questions are needed.
final class EventResult {
  private EventResult() {}

  /// @return null if that step was not measured
  static RunReport.@Nullable Result of(RunFolder run, RunInputs inputs, int step) {
    var latest = new EnumMap<RunEvent.Subject, RunEvent.Evaluated>(RunEvent.Subject.class);
    for (var event : run.events()) {
      if (event instanceof RunEvent.Evaluated measured
          && measured.split().equals(Split.VALIDATION.id())
          && (measured.subject() != RunEvent.Subject.TUNED || measured.step() == step)) {
        latest.put(measured.subject(), measured);
      }
    }
    var base = latest.get(RunEvent.Subject.BASE);
    var bm25 = latest.get(RunEvent.Subject.BM25);
    var tuned = latest.get(RunEvent.Subject.TUNED);
    if (base == null || bm25 == null || tuned == null) {
      return null;
    }
    return new RunReport.Result(
        inputs.validation().corpus().size(),
        inputs.validation().answerable(),
        0,
        0,
        base.metrics(),
        tuned.metrics(),
        bm25.metrics(),
        Map.of(),
        Map.of(),
        hybrid(base.hybrid(), tuned.hybrid()),
        cut(base.dimensions(), tuned.dimensions()));
  }

  private static RunReport.@Nullable Hybrid hybrid(
      @Nullable Map<String, Double> base, @Nullable Map<String, Double> tuned) {
    return base == null || tuned == null
        ? null
        : new RunReport.Hybrid(base, tuned, Map.of(), Map.of());
  }

  private static @Nullable Map<Integer, RunReport.Cut> cut(
      @Nullable Map<Integer, Map<String, Double>> base,
      @Nullable Map<Integer, Map<String, Double>> tuned) {
    if (base == null || tuned == null) {
      return null;
    }
    var cut = new LinkedHashMap<Integer, RunReport.Cut>();
    tuned.forEach((dimension, metrics) ->
        cut.put(dimension, new RunReport.Cut(base.getOrDefault(dimension, Map.of()), metrics)));
    return cut;
  }
}
