package dev.retune.ui.pairs;

import dev.retune.pair.WritingSummary;
import dev.retune.ui.pairs.QuestionWriting.Offer;
import dev.retune.ui.pairs.QuestionWriting.Writer;
import dev.retune.ui.pairs.WriteModel.Phase;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.StatusLine;
import dev.retune.ui.support.StatusText;
import dev.retune.ui.support.Ui;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Spinner;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// "Write questions": what it will do, how far it is, what it brought and what failed.
final class WritePanel extends VBox {
  private final Ui ui;
  private final Messages messages;
  private final PairsModel pairs;
  private final WriteModel model;
  private final WriteController controller;
  private final PairsServices services;
  private final VBox content = new VBox();

  WritePanel(
      Ui ui,
      PairsServices services,
      PairsModel pairs,
      WriteModel model,
      WriteController controller) {
    this.ui = ui;
    this.messages = ui.messages(WritePanel.class);
    this.services = services;
    this.pairs = pairs;
    this.model = model;
    this.controller = controller;
    content.getStyleClass().add("panel-content");
    getChildren()
        .addAll(
            PanelHead.of(ui, "pairs-write", messages.get("write.title"), pairs),
            content,
            new FailedPassages(ui, model.failed));
    PanelHead.style(this, "pairs-write-panel");
    model.phase.subscribe(phase -> content.getChildren().setAll(view(phase)));
  }

  private Node view(Phase phase) {
    return switch (phase) {
      case Phase.Offering(var offer) -> offering(offer);
      case Phase.Running(var line) -> running(line);
      case Phase.Done(var summary) ->
          summary.without() > 0
              ? ended(
                  brought(summary) + " " + messages.get("write.next." + model.writer.get()),
                  messages.get("write.again"),
                  next())
              : ended(brought(summary), messages.get("write.again"));
      case Phase.Stopped() ->
          ended(
              messages.get("write.stopped", ui.formats().count(model.written.get())),
              messages.get("write.resume"));
      case Phase.Failed(var failure) ->
          ended(
              failure.problem().cause().in(ui.locale())
                  + " "
                  + failure.problem().remedy().in(ui.locale()),
              messages.get("write.retry"));
    };
  }

  private Node offering(Optional<Offer> offer) {
    var group = new ToggleGroup();
    var choices = new HBox(radio(Writer.BUILT_IN, group), radio(Writer.LLM, group));
    choices.getStyleClass().add("panel-line");
    choices.setAlignment(Pos.CENTER_LEFT);
    var each = new Spinner<Integer>(1, 5, model.perPassage.get());
    Controls.named(each, "pairs-write-each", messages.get("write.each"));
    each.setPrefWidth(72);
    each.valueProperty().subscribe((_, value) -> model.perPassage.set(value));
    choices.getChildren().addAll(Controls.label(messages.get("write.each"), "muted"), each);
    var start =
        Controls.primary("pairs-write-start", messages.get("write.start"), controller::write);
    start.setDisable(offer.filter(o -> o.ready() && o.passages() > 0).isEmpty());
    var settings =
        Controls.link(
            "pairs-llm-settings", messages.get("write.settings"), services.toLlmSettings());
    var sentence =
        Controls.paragraph(offer.map(this::sentence).orElse(messages.get("write.asking")));
    sentence.setId("pairs-write-offer");
    HBox.setHgrow(sentence, Priority.ALWAYS);
    sentence.setMaxWidth(Double.MAX_VALUE);
    var last = new HBox(sentence, settings, start);
    settings.setMinWidth(USE_PREF_SIZE);
    last.getStyleClass().add("panel-line");
    last.setAlignment(Pos.CENTER_LEFT);
    return new VBox(8, choices, last);
  }

  private RadioButton radio(Writer writer, ToggleGroup group) {
    var name = messages.get("write.by." + writer);
    var button = Controls.named(new RadioButton(name), "pairs-write-by-" + slug(writer), name);
    button.setToggleGroup(group);
    button.setSelected(model.writer.get() == writer);
    button.setOnAction(_ -> model.writer.set(writer));
    return button;
  }

  private static String slug(Writer writer) {
    return writer == Writer.LLM ? "llm" : "built-in";
  }

  /// "412 passages, built-in writer, about 1 min."
  private String sentence(Offer offer) {
    if (!offer.ready()) {
      return messages.get("write.not.ready");
    }
    if (offer.passages() == 0) {
      return messages.get("write.nothing");
    }
    var who = offer.writer() == Writer.LLM ? offer.name() : messages.get("write.built.in");
    var text = new StringBuilder(messages.get("write.offer", offer.passages(), who));
    offer.time().ifPresent(t -> text.append(messages.get("write.time", ui.formats().duration(t))));
    offer
        .tokens()
        .ifPresent(tokens -> text.append(messages.get("write.tokens", ui.formats().count(tokens))));
    return text.append(messages.get("write.end")).toString();
  }

  private Node running(StatusLine line) {
    var bar = new ProgressBar();
    Controls.named(bar, "pairs-write-progress", messages.get("writing"));
    bar.setPrefWidth(240);
    var text = new Label();
    text.setId("pairs-write-status");
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMaxWidth(Double.MAX_VALUE);
    var cancel = Controls.button("pairs-write-cancel", messages.get("write.cancel"), line::cancel);
    cancel.disableProperty().bind(line.cancellingProperty());
    bar.progressProperty()
        .bind(Bindings.createDoubleBinding(line::share, line.doneProperty(), line.totalProperty()));
    text.textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    StatusText.of(line, ui.formats())
                        + " · "
                        + messages.get("write.written", model.written.get()),
                line.doneProperty(),
                line.totalProperty(),
                line.stageProperty(),
                line.cancellingProperty(),
                model.written));
    var row = new HBox(bar, text, cancel);
    row.getStyleClass().add("panel-line");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  /// What helps where the writer found nothing to ask.
  private Node[] next() {
    var settings =
        Controls.link(
            "pairs-write-settings", messages.get("write.settings"), services.toLlmSettings());
    settings.setMinWidth(USE_PREF_SIZE);
    var add =
        Controls.button(
            "pairs-write-add",
            messages.get("add.open"),
            () -> pairs.panel.set(PairsModel.Panel.ADD));
    return new Node[] {settings, add};
  }

  private Node ended(String sentence, String again, Node... next) {
    var text = Controls.paragraph(sentence);
    text.setId("pairs-write-result");
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMaxWidth(Double.MAX_VALUE);
    var row = new HBox(text);
    row.getChildren().addAll(next);
    row.getChildren().add(Controls.button("pairs-write-again", again, controller::offer));
    row.getStyleClass().add("panel-line");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private String brought(WritingSummary summary) {
    var text =
        new StringBuilder(
            summary.pairs() == 0
                ? messages.get("write.done.none")
                : messages.get("write.done", summary.pairs(), summary.written()));
    if (summary.without() > 0) {
      text.append(' ').append(messages.get("write.without", summary.without()));
    }
    if (!summary.failed().isEmpty()) {
      text.append(' ').append(messages.get("write.failed", summary.failed().size()));
    }
    if (summary.usage().total() > 0) {
      var used = ui.formats().count(summary.usage().total());
      text.append(' ').append(messages.get("write.used", used));
    }
    return text.toString();
  }
}
