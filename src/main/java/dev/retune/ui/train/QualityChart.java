package dev.retune.ui.train;

import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Messages;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Label;

/// Quality on the validation questions: tuned, with its best point marked, over base and BM25.
final class QualityChart extends RunChart {
  private static final int POINTS = 120;

  /// Less of an axis would make noise look like progress.
  private static final double LEAST_SPAN = .1;

  private final Messages messages;
  private final Locale locale;
  private final XYChart.Series<Number, Number> base;
  private final XYChart.Series<Number, Number> bm25;
  private final XYChart.Series<Number, Number> tuned;
  private final XYChart.Series<Number, Number> best;
  private final Label baseKey;
  private final Label bm25Key;
  private final Label bestKey;

  QualityChart(Messages messages, Locale locale, String metric) {
    super(
        "train-quality",
        Controls.withTerm(messages.get("chart.quality"), RunWords.metric(metric)),
        messages.get("chart.steps"),
        messages.get("chart.quality.waiting"),
        true,
        LEAST_SPAN,
        locale);
    this.messages = messages;
    this.locale = locale;
    base = line();
    bm25 = line();
    tuned = line();
    best = line();
    key("key-tuned", messages.get("tuned"));
    bestKey = key("key-best", messages.get("chart.best"));
    baseKey = key("key-base", messages.get("base"));
    bm25Key = key("key-bm25", messages.get("bm25"));
  }

  void show(RunStory story) {
    span(story.totalSteps());
    level(base, story.base(), story.totalSteps());
    level(bm25, story.bm25(), story.totalSteps());
    show(tuned, Curve.thinned(story.quality(), POINTS));
    show(best, story.best().map(List::of).orElse(List.of()));
    label(baseKey, "base", story.base());
    label(bm25Key, "bm25", story.bm25());
    story
        .best()
        .ifPresent(point -> {
          bestKey.setText(messages.get("chart.best") + " " + RunWords.score(locale, point.value()));
          describe(
              messages.get(
                  "chart.quality.now",
                  RunWords.score(locale, point.value()),
                  RunWords.score(locale, story.base().orElse(0)),
                  RunWords.score(locale, story.bm25().orElse(0))));
        });
  }

  private void label(Label key, String name, OptionalDouble value) {
    key.setText(
        messages.get(name)
            + (value.isPresent() ? " " + RunWords.score(locale, value.getAsDouble()) : ""));
  }

  private void level(XYChart.Series<Number, Number> line, OptionalDouble value, int steps) {
    show(
        line,
        value.isPresent()
            ? List.of(
                new Point(0, value.getAsDouble()),
                new Point(Math.max(1, steps), value.getAsDouble()))
            : List.of());
  }
}
