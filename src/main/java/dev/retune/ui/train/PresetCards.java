package dev.retune.ui.train;

import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Ui;
import java.time.Duration;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Quick, Recommended and Thorough as cards: what each does and how long it takes here.
final class PresetCards extends HBox {
  /// Room for three lines of what a card does; a button does not grow with wrapped text.
  private static final double HEIGHT = 160;

  private static final double TWO_LINES = 52;

  private final Ui ui;
  private final Messages messages;
  private final TrainModel model;

  PresetCards(Ui ui, TrainModel model, TrainController controller) {
    this.ui = ui;
    this.messages = ui.messages(PresetCards.class);
    this.model = model;
    getStyleClass().add("preset-cards");
    for (var preset : Preset.values()) {
      getChildren().add(card(preset, controller));
    }
  }

  private ToggleButton card(Preset preset, TrainController controller) {
    var name = messages.get("preset." + preset);
    var what = Controls.paragraph("", "card-what");
    var time = Controls.label("", "strong");
    var steps = Controls.label("", "muted", "small");
    var content = new VBox(Controls.label(name, "section-title"), what, time, steps);
    content.getStyleClass().add("card-content");
    // Two lines in every language: the height that is preferred before the card has its width
    // would cut the second one off.
    what.setMinHeight(TWO_LINES);
    content.setAlignment(Pos.TOP_LEFT);
    var card = new ToggleButton();
    card.setId("train-" + preset.name().toLowerCase(Locale.ROOT));
    card.setGraphic(content);
    card.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    card.getStyleClass().add("preset-card");
    card.setAlignment(Pos.TOP_LEFT);
    card.setMaxWidth(Double.MAX_VALUE);
    card.setPrefSize(240, HEIGHT);
    card.setMinHeight(HEIGHT);
    card.setMaxHeight(HEIGHT);
    content.prefWidthProperty().bind(card.widthProperty().subtract(34));
    HBox.setHgrow(card, Priority.ALWAYS);
    model.cards.subscribe(_ -> {
      what.setText(said(preset));
      show(preset, card, time, steps);
    });
    Runnable select = () -> card.setSelected(model.preset.get() == preset && !model.changed());
    model.preset.subscribe(select);
    model.settings.subscribe(select);
    select.run();
    card.setOnAction(_ -> {
      controller.choose(preset);
      card.setSelected(true);
    });
    return card;
  }

  private String said(Preset preset) {
    return messages.get(
        "preset.what." + preset,
        preset.settings(model.pairs.get(), model.retrieval.get()).epochs());
  }

  private void show(Preset preset, ToggleButton card, Label time, Label steps) {
    var plan = model.cards.get().get(preset);
    if (plan == null) {
      time.setText(messages.get("preset.time.unknown"));
      steps.setText("");
    } else {
      var length = ui.formats().duration(Duration.ofSeconds(Math.round(plan.seconds())));
      time.setText(messages.get("preset.time", length));
      steps.setText(messages.get("preset.steps", plan.steps()));
    }
    card.setAccessibleText(
        messages.get("preset." + preset) + ". " + said(preset) + " " + time.getText());
  }
}
