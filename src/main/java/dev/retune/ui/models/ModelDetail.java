package dev.retune.ui.models;

import dev.retune.model.ModelEntry;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Formats;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Ui;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The chosen model: where it comes from, what it is good for, how to use it.
final class ModelDetail extends ScrollPane {
  private final Messages messages;
  private final Formats formats;
  private final ModelsModel model;
  private final ModelsController controller;
  private final ModelsNavigation navigation;
  private final VBox body = new VBox(16);

  ModelDetail(Ui ui, ModelsModel model, ModelsController controller, ModelsNavigation navigation) {
    this.messages = ui.messages(ModelDetail.class);
    this.formats = ui.formats();
    this.model = model;
    this.controller = controller;
    this.navigation = navigation;
    Controls.named(this, "model-detail", messages.get("detail"));
    body.getStyleClass().add("model-detail");
    setContent(body);
    setFitToWidth(true);
    setMinHeight(160);
    model.chosenProperty().subscribe(this::show);
    model.tunedProperty().subscribe((_, _) -> show(model.chosenProperty().get()));
  }

  private void show(Optional<ModelEntry> chosen) {
    body.getChildren().clear();
    chosen.ifPresent(this::fill);
  }

  private void fill(ModelEntry entry) {
    var about = new VBox(4, title(entry), Controls.paragraph(goodFor(entry), "muted"));
    body.getChildren().addAll(about, new LineagePicture(entry, messages));
    if (model.tunedProperty().get() == 0) {
      body.getChildren().add(noTuned());
    }
    body.getChildren().add(new CodePane(entry, messages, controller::copy));
  }

  private HBox title(ModelEntry entry) {
    var name = Controls.label(entry.name(), "section-title");
    var line = new HBox(8, name, kind(entry), Controls.spacer());
    line.setAlignment(Pos.CENTER_LEFT);
    if (entry.adapter().isPresent()) {
      line.getChildren()
          .add(
              Controls.button(
                  "model-export-adapter",
                  messages.get("export.adapter"),
                  () -> controller.exportAdapter(entry)));
    }
    if (entry.kind() == ModelEntry.Kind.TUNED) {
      line.getChildren()
          .add(
              Controls.button(
                  "model-compare",
                  messages.get("compare"),
                  () -> navigation.toCompare().accept(entry.id())));
    }
    if (entry.kind() != ModelEntry.Kind.BASE) {
      line.getChildren().add(remove(entry, line));
    }
    return line;
  }

  private Node kind(ModelEntry entry) {
    var tone = entry.kind() == ModelEntry.Kind.TUNED ? "accent" : "neutral";
    return Controls.chip(messages.get("chip." + entry.kind()), tone);
  }

  /// Removing cannot be undone, so it asks, in place.
  private Node remove(ModelEntry entry, HBox line) {
    var ask = new HBox(8);
    ask.setAlignment(Pos.CENTER_LEFT);
    var button =
        Controls.iconButton(
            "model-remove", Feather.TRASH_2, messages.get("remove.name", entry.name()));
    ask.getChildren()
        .addAll(
            Controls.label(messages.get("remove.ask")),
            Controls.button(
                "model-remove-yes", messages.get("remove"), () -> controller.remove(entry)),
            Controls.button(
                "model-remove-no",
                messages.get("keep"),
                () -> line.getChildren().set(line.getChildren().indexOf(ask), button)));
    button.setOnAction(_ -> line.getChildren().set(line.getChildren().indexOf(button), ask));
    return button;
  }

  private String goodFor(ModelEntry entry) {
    var lineage = entry.lineage();
    if (lineage == null) {
      return messages.get("good." + entry.kind());
    }
    var quality = Quality.of(entry);
    if (!quality.known()) {
      return messages.get("good.unmeasured", lineage.datasetName());
    }
    return messages.get(
        quality.gain() > 0 ? "good.better" : "good.worse",
        lineage.datasetName(),
        formats.score(quality.tuned()),
        formats.score(quality.base()),
        formats.delta(quality.gain()));
  }

  private HBox noTuned() {
    var line =
        new HBox(
            8,
            Controls.icon(Feather.INFO),
            Controls.label(messages.get("none.tuned")),
            Controls.link("models-to-train", messages.get("none.train"), navigation.toTrain()));
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }
}
