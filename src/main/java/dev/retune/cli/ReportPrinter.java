package dev.retune.cli;

import dev.retune.training.Forgetting;
import dev.retune.training.RunReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Prints the figures of a run: base, tuned and BM25 side by side.
final class ReportPrinter {
  private static final List<String> METRICS =
      List.of("accuracy@1", "accuracy@5", "accuracy@10", "mrr@10", "ndcg@10", "map@100");

  private final Context context;

  ReportPrinter(Context context) {
    this.context = context;
  }

  void print(RunReport report) {
    print("validation", report.validation());
    var test = report.test();
    if (test != null) {
      print("test", test);
    }
    var forgetting = report.forgetting();
    if (forgetting != null) {
      forgetting.languages().forEach(this::print);
    }
    context.say(
        "report.verdict." + report.verdict().name().toLowerCase(Locale.ROOT), report.metric());
  }

  private void print(Forgetting.InLanguage general) {
    context.say(
        "report.general",
        general.language(),
        four(general.base()),
        four(general.tuned()),
        four(general.change().low()),
        four(general.change().high()));
  }

  private void print(String split, RunReport.Result result) {
    context.say(
        "report.head",
        split,
        result.queries(),
        result.corpus(),
        Math.round(100 * result.truncatedPassages()));
    line("", "base", "tuned", "BM25", "tuned − base [95 %]");
    for (var metric : METRICS) {
      var gain = result.overBase().get(metric);
      line(
          metric,
          four(result.base().get(metric)),
          four(result.tuned().get(metric)),
          four(result.bm25().get(metric)),
          gain == null
              ? ""
              : four(gain.mean()) + " [" + four(gain.low()) + ", " + four(gain.high()) + "]");
    }
    if (result.hybrid() != null) {
      print(result.hybrid());
    }
    var dimensions = result.dimensions();
    if (dimensions != null) {
      var tuned = new LinkedHashMap<Integer, Map<String, Double>>();
      dimensions.forEach((dimension, cut) -> tuned.put(dimension, cut.tuned()));
      new DimensionPrinter(context).print(tuned);
    }
  }

  private void print(RunReport.Hybrid hybrid) {
    context.say("report.hybrid");
    for (var metric : METRICS) {
      line(metric, four(hybrid.base().get(metric)), four(hybrid.tuned().get(metric)), "", "");
    }
  }

  private void line(String name, String base, String tuned, String bm25, String gain) {
    context
        .output()
        .line(String.format(Locale.ROOT, "  %-12s %8s %8s %8s  %s", name, base, tuned, bm25, gain));
  }

  private static String four(@Nullable Double value) {
    return value == null ? "–" : String.format(Locale.ROOT, "%.4f", value);
  }
}
