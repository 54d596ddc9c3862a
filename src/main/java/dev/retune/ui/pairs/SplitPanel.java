package dev.retune.ui.pairs;

import dev.retune.pair.Shares;
import dev.retune.pair.SplitMethod;
import dev.retune.pair.SplitOptions;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Ui;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// "Split": which pairs train the model and which judge it.
final class SplitPanel extends VBox {
  private final Ui ui;
  private final Messages messages;
  private final PairsModel pairs;
  private final PairsServices services;
  private final PairsController controller;
  private final ToggleGroup methods = new ToggleGroup();
  private final Spinner<Integer> train = new Spinner<>(0, 100, 70, 5);
  private final Spinner<Integer> validation = new Spinner<>(0, 100, 15, 5);
  private final Label test = new Label();
  private final TextField seed = new TextField("42");
  private final CheckBox again = new CheckBox();
  private final Label outcome = Controls.paragraph("");

  SplitPanel(Ui ui, PairsServices services, PairsModel pairs, PairsController controller) {
    this.ui = ui;
    this.messages = ui.messages(SplitPanel.class);
    this.pairs = pairs;
    this.services = services;
    this.controller = controller;
    getChildren()
        .addAll(
            PanelHead.of(ui, "pairs-split", messages.get("split.title"), pairs),
            methods(),
            shares(),
            foot());
    PanelHead.style(this, "pairs-split-panel");
    train.valueProperty().subscribe((_, _) -> keepWhole(train, validation));
    validation.valueProperty().subscribe((_, _) -> keepWhole(validation, train));
    pairs.panel.subscribe(panel -> {
      if (panel == PairsModel.Panel.SPLIT) {
        recommend();
      }
    });
  }

  private HBox methods() {
    var line = new HBox();
    line.getStyleClass().add("panel-line");
    line.setAlignment(Pos.CENTER_LEFT);
    for (var method : SplitMethod.values()) {
      var name = messages.get("split.method." + method);
      var button = new RadioButton(name);
      Controls.named(
          button, "pairs-split-" + method.name().toLowerCase(ui.locale()).replace('_', '-'), name);
      button.setToggleGroup(methods);
      button.setUserData(method);
      button.setSelected(method == SplitMethod.RANDOM);
      line.getChildren().add(button);
    }
    return line;
  }

  private HBox shares() {
    again.setText(messages.get("split.again"));
    Controls.named(again, "pairs-split-again", messages.get("split.again"));
    Controls.named(seed, "pairs-split-seed", messages.get("split.seed"));
    seed.setPrefWidth(72);
    var line =
        new HBox(
            share("split.TRAIN", train, "pairs-split-train"),
            share("split.VALIDATION", validation, "pairs-split-validation"),
            test,
            new HBox(8, centred(messages.get("split.seed")), seed),
            again);
    line.getStyleClass().add("panel-line");
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private HBox share(String key, Spinner<Integer> spinner, String id) {
    Controls.named(spinner, id, messages.get("split.share", messages.get(key)));
    spinner.setEditable(true);
    spinner.setPrefWidth(80);
    return new HBox(8, centred(messages.get(key) + " %"), spinner);
  }

  private static Label centred(String text) {
    var label = Controls.label(text, "muted");
    label.setMaxHeight(Double.MAX_VALUE);
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  private HBox foot() {
    outcome.setId("pairs-split-outcome");
    outcome.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(outcome, Priority.ALWAYS);
    var line =
        new HBox(
            outcome,
            Controls.primary("pairs-split-apply", messages.get("split.apply"), this::split));
    line.getStyleClass().add("panel-line");
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private void recommend() {
    var shares = Shares.recommended(usable());
    train.getValueFactory().setValue((int) Math.round(shares.train() * 100));
    validation.getValueFactory().setValue((int) Math.round(shares.validation() * 100));
    describe();
  }

  private void keepWhole(Spinner<Integer> changed, Spinner<Integer> other) {
    if (changed.getValue() + other.getValue() > 100) {
      other.getValueFactory().setValue(100 - changed.getValue());
    }
    describe();
  }

  private void describe() {
    var rest = 100 - train.getValue() - validation.getValue();
    test.setText(messages.get("split.rest", Integer.toString(rest)));
    var all = usable();
    outcome.setText(
        messages.get(
            "split.outcome",
            Math.round(all * train.getValue() / 100.0),
            Math.round(all * validation.getValue() / 100.0),
            Math.round(all * rest / 100.0)));
  }

  private int usable() {
    var counts = pairs.counts().get();
    return counts.accepted() + counts.toReview();
  }

  private void split() {
    var first = train.getValue() / 100.0;
    var second = validation.getValue() / 100.0;
    var options =
        new SplitOptions(
            (SplitMethod) methods.getSelectedToggle().getUserData(),
            new Shares(first, second, Math.max(0, 1 - first - second)),
            seed(),
            again.isSelected());
    controller.store(_ -> services.decisions().split(options), Set.of());
    pairs.panel.set(PairsModel.Panel.NONE);
    ui.notices().say(messages.get("split.done"), messages.get("undo"), controller::undo);
  }

  /// Digits are a number; any other word is its hash, so that nothing typed is wrong.
  private long seed() {
    var text = seed.getText().strip();
    return text.matches("-?\\d{1,18}") ? Long.parseLong(text) : text.hashCode();
  }
}
