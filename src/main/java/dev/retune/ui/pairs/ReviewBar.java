package dev.retune.ui.pairs;

import dev.retune.pair.ActionKind;
import dev.retune.pair.PairCounts;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Ui;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// How far the review is, undo and redo, and the keys.
final class ReviewBar extends HBox {
  private final Ui ui;
  private final Messages messages;
  private final PairsModel model;
  private final PairsController controller;

  ReviewBar(Ui ui, PairsModel model, PairsController controller) {
    this.ui = ui;
    this.messages = ui.messages(ReviewBar.class);
    this.model = model;
    this.controller = controller;
    setId("pairs-review-bar");
    getStyleClass().add("review-bar");
    setAlignment(Pos.CENTER_LEFT);
    getChildren()
        .addAll(
            progress(),
            judged(),
            Controls.spacer(),
            keys(),
            button("pairs-undo", Feather.CORNER_UP_LEFT, "undo", model.undo, controller::undo),
            button("pairs-redo", Feather.CORNER_UP_RIGHT, "redo", model.redo, controller::redo));
    var there = model.counts().map(counts -> counts.all() > 0);
    visibleProperty().bind(there);
    managedProperty().bind(there);
  }

  private ProgressBar progress() {
    var bar = new ProgressBar();
    Controls.named(bar, "pairs-judged-share", messages.get("judged.share"));
    bar.setPrefWidth(120);
    bar.progressProperty()
        .bind(model.counts().map(c -> c.all() == 0 ? 0.0 : (double) c.judged() / c.all()));
    return bar;
  }

  private Label judged() {
    var label = Controls.label(model.counts().map(this::sentence), "muted");
    label.setId("pairs-judged");
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  private String sentence(PairCounts counts) {
    var formats = ui.formats();
    var said = messages.get("judged", formats.count(counts.judged()), formats.count(counts.all()));
    return counts.toReview() == 0 ? said : said + " · " + formats.remaining(controller.timeLeft());
  }

  private Label keys() {
    var label = Controls.label(messages.get("keys.short"), "muted", "small");
    label.setMinWidth(0);
    return label;
  }

  private Button button(
      String id,
      Feather icon,
      String key,
      ObservableValue<Optional<ActionKind>> next,
      Runnable run) {
    var button = Controls.iconButton(id, icon, messages.get(key), run);
    next.subscribe(kind -> {
      button.setDisable(kind.isEmpty());
      var name =
          kind.map(k -> messages.get(key + ".what", messages.get("action." + k)))
              .orElse(messages.get(key));
      button.setAccessibleText(name);
      button.getTooltip().setText(name);
    });
    return button;
  }
}
