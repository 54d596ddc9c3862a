package dev.retune.ui.train;

import dev.retune.ui.support.Controls;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import javafx.util.StringConverter;

/// A line chart over the steps of a run, with title and a legend that shows strokes as well as
/// colours. Style classes name the lines: `line-0`, `line-1`, and so on.
class RunChart extends VBox {
  private final NumberAxis steps = new NumberAxis();
  private final NumberAxis values = new NumberAxis();
  private final LineChart<Number, Number> chart = new WholeSymbols(steps, values);
  private final List<XYChart.Series<Number, Number>> lines = new ArrayList<>();
  private final FlowPane legend = new FlowPane();
  private final Label waiting;
  private final double leastSpan;
  private final Locale locale;
  private AxisRange range = new AxisRange(0, 1, 1);

  /// @param waitingFor stands in place of the axes until there is something to draw
  /// @param leastSpan the values shown reach at least this far
  RunChart(
      String id,
      HBox title,
      String stepsName,
      String waitingFor,
      boolean symbols,
      double leastSpan,
      Locale locale) {
    this.leastSpan = leastSpan;
    this.locale = locale;
    setId(id);
    getStyleClass().add("run-chart");
    chart.getStyleClass().add(id);
    chart.setAnimated(false);
    chart.setLegendVisible(false);
    chart.setCreateSymbols(symbols);
    chart.setMinSize(200, 120);
    chart.setHorizontalZeroLineVisible(false);
    chart.setVerticalZeroLineVisible(false);
    chart.setVerticalGridLinesVisible(false);
    chart.setAlternativeRowFillVisible(false);
    chart.setAccessibleText(((Label) title.getChildren().getFirst()).getText());
    steps.setAnimated(false);
    steps.setAutoRanging(false);
    steps.setLabel(stepsName);
    steps.setMinorTickVisible(false);
    steps.setForceZeroInRange(true);
    values.setAnimated(false);
    values.setAutoRanging(false);
    values.setMinorTickVisible(false);
    legend.getStyleClass().add("chart-legend-line");
    legend.setAlignment(Pos.CENTER_LEFT);
    legend.setPrefWrapLength(200);
    waiting = Controls.paragraph(waitingFor, "muted");
    waiting.setId(id + "-waiting");
    chart.setVisible(false);
    var either = new StackPane(chart, waiting);
    VBox.setVgrow(either, Priority.ALWAYS);
    getChildren().addAll(title, legend, either);
  }

  /// A new line, the next in the order of style classes.
  XYChart.Series<Number, Number> line() {
    var series = new XYChart.Series<Number, Number>();
    lines.add(series);
    chart.getData().add(series);
    return series;
  }

  /// Explains a line in the legend.
  ///
  /// @param styleClass the stroke, such as `key-base`
  final Label key(String styleClass, String text) {
    var stroke = new Line(0, 0, 20, 0);
    stroke.getStyleClass().addAll("chart-key", styleClass);
    var label = Controls.label(text, "small", "muted");
    label.setGraphic(stroke);
    legend.getChildren().add(label);
    return label;
  }

  /// Fixes the width to the whole run, so that the eye sees how far it is.
  final void span(int totalSteps) {
    var upper = Math.max(1, totalSteps);
    if (steps.getUpperBound() != upper || steps.getLowerBound() != 0) {
      steps.setLowerBound(0);
      steps.setUpperBound(upper);
      steps.setTickUnit(tick(upper));
    }
  }

  /// A step of 1, 2 or 5 times a power of ten that gives four to ten ticks.
  static double tick(double upper) {
    var unit = Math.pow(10, Math.floor(Math.log10(upper)) - 1);
    for (var factor : new double[] {1, 2, 5, 10, 20}) {
      if (upper / (unit * factor) <= 8) {
        return Math.max(1, unit * factor);
      }
    }
    return upper;
  }

  final void show(XYChart.Series<Number, Number> line, List<Point> points) {
    var data = new ArrayList<XYChart.Data<Number, Number>>(points.size());
    for (var point : points) {
      data.add(new XYChart.Data<>(point.step(), point.value()));
    }
    line.getData().setAll(data);
    // An axis without values would make up a range that means nothing.
    var drawn = lines.stream().anyMatch(any -> !any.getData().isEmpty());
    chart.setVisible(drawn);
    waiting.setVisible(!drawn);
    if (drawn) {
      fit();
    }
  }

  private void fit() {
    var all =
        lines.stream()
            .flatMap(line -> line.getData().stream())
            .mapToDouble(data -> data.getYValue().doubleValue())
            .summaryStatistics();
    var fitting = AxisRange.around(all.getMin(), all.getMax(), leastSpan);
    if (fitting.equals(range)) {
      return;
    }
    range = fitting;
    values.setLowerBound(fitting.lower());
    values.setUpperBound(fitting.upper());
    values.setTickUnit(fitting.step());
    // A new one each time: an axis keeps the labels of ticks that stay where they were.
    values.setTickLabelFormatter(new Digits(fitting.decimals(), locale));
  }

  /// The values that the axis shows, for tests.
  final AxisRange range() {
    return range;
  }

  final void describe(String text) {
    chart.setAccessibleText(text);
  }

  /// The chart's points by line, for tests.
  final List<XYChart.Series<Number, Number>> lines() {
    return List.copyOf(lines);
  }

  /// Draws symbols at the edge of the plot whole: they stand for points that are within the axes,
  /// but a chart cuts off what of them reaches beyond.
  private static final class WholeSymbols extends LineChart<Number, Number> {
    WholeSymbols(NumberAxis steps, NumberAxis values) {
      super(steps, values);
    }

    @Override
    protected void layoutPlotChildren() {
      super.layoutPlotChildren();
      getPlotChildren().stream()
          .findFirst()
          .map(line -> line.getParent().getParent())
          .ifPresent(plot -> plot.setClip(null));
    }
  }

  /// All values with the same number of decimals.
  private static final class Digits extends StringConverter<Number> {
    private final int decimals;
    private final Locale locale;

    Digits(int decimals, Locale locale) {
      this.decimals = decimals;
      this.locale = locale;
    }

    @Override
    public String toString(Number value) {
      return String.format(locale, "%." + decimals + "f", value.doubleValue());
    }

    @Override
    public Number fromString(String text) {
      return Double.valueOf(text);
    }
  }
}
