package dev.retune.ui.models;

import dev.retune.model.ModelEntry;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// Where a model comes from, from left to right: base, dataset, run, model.
final class LineagePicture extends HBox {
  private static final int SHORT = 10;

  private final Messages messages;

  LineagePicture(ModelEntry entry, Messages messages) {
    super(12);
    this.messages = messages;
    setId("model-lineage");
    setAlignment(Pos.CENTER_LEFT);
    var lineage = entry.lineage();
    if (lineage != null) {
      add("base", Feather.BOX, lineage.baseId(), lineage.baseFingerprint(), "role-base");
      arrow();
      add(
          "dataset",
          Feather.DATABASE,
          lineage.datasetName(),
          lineage.datasetFingerprint(),
          "muted");
      arrow();
      add("run", Feather.ACTIVITY, lineage.runId(), "", "muted");
      arrow();
    }
    add("model", Feather.PACKAGE, entry.name(), "", "role-tuned");
    setAccessibleText(
        lineage == null
            ? entry.name()
            : messages.get(
                "lineage.words",
                lineage.baseId(),
                lineage.datasetName(),
                lineage.runId(),
                entry.name()));
  }

  private void add(String what, Ikon icon, String name, String fingerprint, String role) {
    var head = Controls.label(messages.get("lineage." + what), "muted", "small");
    head.setGraphic(Controls.icon(icon, role));
    var title = Controls.label(name, "strong");
    var node = new VBox(2, head, title);
    if (!fingerprint.isEmpty()) {
      var print = fingerprint.substring(0, Math.min(SHORT, fingerprint.length()));
      var label = Controls.label(print, "muted", "code");
      label.setTooltip(new Tooltip(messages.get("lineage.fingerprint", fingerprint)));
      node.getChildren().add(label);
    }
    node.getStyleClass().addAll("lineage-node", "lineage-" + what);
    node.setMinWidth(110);
    getChildren().add(node);
  }

  private void arrow() {
    getChildren().add(Controls.icon(Feather.ARROW_RIGHT, "muted"));
  }
}
