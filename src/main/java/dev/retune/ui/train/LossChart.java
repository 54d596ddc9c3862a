package dev.retune.ui.train;

import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Messages;
import java.util.Locale;
import javafx.scene.chart.XYChart;

/// The loss: a smoothed line over the faint raw one.
final class LossChart extends RunChart {
  private static final int POINTS = 240;
  private static final double KEEP = .9;

  private final Messages messages;
  private final Locale locale;
  private final XYChart.Series<Number, Number> raw;
  private final XYChart.Series<Number, Number> smooth;

  LossChart(Messages messages, Locale locale) {
    super(
        "train-loss",
        Controls.withTerm(messages.get("chart.loss"), messages.get("chart.loss.term")),
        messages.get("chart.steps"),
        messages.get("chart.loss.waiting"),
        false,
        0,
        locale);
    this.messages = messages;
    this.locale = locale;
    raw = line();
    smooth = line();
    key("key-smooth", messages.get("chart.smooth"));
    key("key-raw", messages.get("chart.raw"));
  }

  void show(RunStory story) {
    span(story.totalSteps());
    var losses = story.losses();
    show(raw, Curve.thinned(losses, POINTS));
    var smoothed = Curve.smoothed(losses, KEEP);
    show(smooth, Curve.thinned(smoothed, POINTS));
    if (!smoothed.isEmpty()) {
      describe(
          messages.get(
              "chart.loss.now",
              RunWords.score(locale, smoothed.getLast().value()),
              Integer.toString(story.step())));
    }
  }
}
