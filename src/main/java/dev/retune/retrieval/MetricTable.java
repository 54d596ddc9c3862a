package dev.retune.retrieval;

import java.util.ArrayList;
import java.util.List;

/// The table under a comparison: all metrics with the intervals of their changes.
final class MetricTable {
  private MetricTable() {}

  static List<MetricRow> of(Evaluation base, Evaluation tuned, Evaluation bm25, long seed) {
    var queries = List.copyOf(base.perQuery().keySet());
    if (!queries.equals(List.copyOf(tuned.perQuery().keySet()))
        || !queries.equals(List.copyOf(bm25.perQuery().keySet()))) {
      throw new IllegalArgumentException("the evaluations are of different queries");
    }
    var metrics = List.copyOf(base.metrics().keySet());
    var columns = new double[2 * metrics.size()][];
    for (int m = 0; m < metrics.size(); m++) {
      var metric = metrics.get(m);
      var treated = tuned.values(metric);
      columns[2 * m] = Bootstrap.differences(base.values(metric), treated);
      columns[2 * m + 1] = Bootstrap.differences(bm25.values(metric), treated);
    }
    var intervals = Bootstrap.means(columns, Bootstrap.RESAMPLES, seed);
    var rows = new ArrayList<MetricRow>();
    for (int m = 0; m < metrics.size(); m++) {
      var metric = metrics.get(m);
      rows.add(
          new MetricRow(
              metric,
              base.metric(metric),
              tuned.metric(metric),
              bm25.metric(metric),
              intervals[2 * m],
              intervals[2 * m + 1],
              Verdict.of(intervals[2 * m], queries.size())));
    }
    return rows;
  }
}
