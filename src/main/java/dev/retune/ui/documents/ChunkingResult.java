package dev.retune.ui.documents;

import dev.retune.pair.LostPair;
import dev.retune.pair.RechunkSummary;
import dev.retune.ui.documents.ChunkingModel.Phase;
import dev.retune.ui.documents.ChunkingModel.Preview;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Focus;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.StatusLine;
import dev.retune.ui.support.StatusText;
import dev.retune.ui.support.Ui;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The foot of the pane: cutting, how far it is, what became of the pairs, and those not kept.
final class ChunkingResult extends VBox {
  private static final double MOST_HEIGHT = 120;

  private final Ui ui;
  private final Messages messages;
  private final ChunkingModel model;
  private final ChunkingController controller;
  private final VBox foot = new VBox();
  private final VBox lost = new VBox(4);

  ChunkingResult(Ui ui, ChunkingModel model, ChunkingController controller) {
    super(8);
    this.ui = ui;
    this.messages = ui.messages(ChunkingResult.class);
    this.model = model;
    this.controller = controller;
    getChildren().addAll(lost, foot);
    model.phase.subscribe(this::show);
    model.lost.addListener((InvalidationListener) _ -> showLost());
    showLost();
  }

  /// The button that was pressed is gone: the keyboard goes on at the one in its place.
  private void show(Phase phase) {
    var scene = getScene();
    boolean here = scene != null && Focus.within(foot, scene.getFocusOwner());
    foot.getChildren().setAll(view(phase));
    if (here) {
      Focus.first(foot);
    }
  }

  private Node view(Phase phase) {
    return switch (phase) {
      case Phase.Choosing() -> row(messages.get("chunking.keeps"), apply());
      case Phase.Running(var line) -> running(line);
      case Phase.Done(var summary) -> done(summary);
      case Phase.Undone() -> row(messages.get("chunking.undone"), apply());
      case Phase.Stopped() -> row(messages.get("chunking.stopped"), apply());
      case Phase.Failed(var failure) -> row(failure.problem().in(ui.locale()), apply());
    };
  }

  private Button apply() {
    var apply =
        Controls.primary("chunking-apply", messages.get("chunking.apply"), controller::apply);
    apply.disableProperty().bind(model.preview.map(preview -> !(preview instanceof Preview.Ready)));
    return apply;
  }

  private Node done(RechunkSummary summary) {
    if (summary.action().id() == 0) {
      return row(messages.get("chunking.same"), apply());
    }
    return row(
        RecutWords.of(messages, summary),
        Controls.button(
            "chunking-undo", messages.get("undo"), () -> controller.undo(summary.action())),
        apply());
  }

  private Node running(StatusLine line) {
    var bar = new ProgressBar();
    Controls.named(bar, "chunking-progress", messages.get("chunking.task"));
    bar.setPrefWidth(160);
    bar.progressProperty()
        .bind(Bindings.createDoubleBinding(line::share, line.doneProperty(), line.totalProperty()));
    var text = new Label();
    text.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> StatusText.of(line, ui.formats()),
                line.doneProperty(),
                line.totalProperty(),
                line.stageProperty(),
                line.cancellingProperty()));
    var cancel = Controls.button("chunking-cancel", messages.get("chunking.cancel"), line::cancel);
    cancel.disableProperty().bind(line.cancellingProperty());
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMaxWidth(Double.MAX_VALUE);
    return line(bar, text, cancel);
  }

  private static Node row(String sentence, Node... after) {
    return new ResultRow("chunking-result", sentence, after);
  }

  private static HBox line(Node... nodes) {
    var line = new HBox(12, nodes);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private void showLost() {
    lost.setVisible(!model.lost.isEmpty());
    lost.setManaged(!model.lost.isEmpty());
    var rows = new VBox(4);
    model.lost.stream().map(this::row).forEach(rows.getChildren()::add);
    var scroll = Controls.named(new ScrollPane(rows), "chunking-lost", messages.get("lost.name"));
    scroll.setFitToWidth(true);
    scroll.setMaxHeight(MOST_HEIGHT);
    scroll.setMinHeight(Math.min(MOST_HEIGHT, 40.0 * model.lost.size()));
    var title = Controls.paragraph(messages.get("lost.title", model.lost.size()), "strong");
    title.setId("chunking-lost-title");
    lost.getChildren().setAll(title, scroll);
  }

  private Node row(LostPair pair) {
    var place =
        pair.page() == 0
            ? pair.documentName()
            : messages.get("lost.place", pair.documentName(), pair.page());
    return new VBox(Controls.paragraph(pair.question()), Controls.label(place, "muted", "small"));
  }
}
