package dev.retune.ui.train;

import dev.retune.training.RunReport;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Formats;
import dev.retune.ui.support.Messages;
import java.util.Map;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// How the model does with shorter vectors, and what they save.
final class DimensionTable extends VBox {
  private final GridPane grid = new GridPane(18, 2);

  /// @param dimensions as the report has them, the greatest first
  DimensionTable(
      Messages messages,
      Formats formats,
      RunReport.Result result,
      String metric,
      Map<Integer, RunReport.Cut> dimensions) {
    super(4);
    setId("train-dimensions");
    var sentence = messages.get("dimensions.sentence");
    grid.setAccessibleText(sentence);
    var name = RunWords.metric(metric);
    row(
        0,
        "muted",
        messages.get("dimensions.length"),
        messages.get("dimensions.storage"),
        messages.get("dimensions.found"),
        messages.get("dimensions.tuned", name),
        messages.get("dimensions.base", name));
    var whole = dimensions.keySet().stream().mapToInt(Integer::intValue).max().orElse(1);
    dimensions.forEach((dimension, cut) -> {
      var found = Math.round(cut.tuned().getOrDefault("accuracy@5", 0.0) * result.queries());
      row(
          grid.getRowCount(),
          "small",
          Integer.toString(dimension),
          formats.percent((double) dimension / whole),
          messages.get("dimensions.of", formats.count(found), formats.count(result.queries())),
          formats.score(cut.tuned().getOrDefault(metric, 0.0)),
          formats.score(cut.base().getOrDefault(metric, 0.0)));
    });
    getChildren().addAll(Controls.label(sentence, "strong"), grid);
  }

  private void row(int row, String style, String... cells) {
    for (int column = 0; column < cells.length; column++) {
      Label cell = Controls.label(cells[column], style, "small");
      GridPane.setHalignment(cell, HPos.RIGHT);
      grid.add(cell, column, row);
    }
  }
}
