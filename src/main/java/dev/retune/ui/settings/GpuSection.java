package dev.retune.ui.settings;

import dev.retune.text.Problem;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.StatusLine;
import dev.retune.ui.support.StatusText;
import dev.retune.ui.support.Ui;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// What graphics card there is, and a button that sets up CUDA support for it.
final class GpuSection extends VBox {
  private final Ui ui;
  private final Messages messages;
  private final GpuModel model;
  private final Label state = Controls.paragraph("", "muted");
  private final Label problem = Controls.paragraph("", "banner-problem");
  private final Label kept = Controls.paragraph("", "muted", "small");
  private final Label stage = Controls.paragraph("", "muted", "small");
  private final ProgressBar bar = new ProgressBar();
  private final Button cancel;
  private final Button install;
  private final Button look;
  private final Button remove;
  private final HBox buttons;
  private final VBox elsewhere;
  private final VBox running;
  private final VBox asking;
  private Subscription following = Subscription.EMPTY;
  private boolean asks;

  GpuSection(Ui ui, Messages messages, GpuModel model) {
    super(12);
    this.ui = ui;
    this.messages = messages;
    this.model = model;
    state.setId("gpu-state");
    problem.setId("gpu-problem");
    kept.setId("gpu-kept");
    install = Controls.button("gpu-install", messages.get("gpu.install"), model::install);
    look = Controls.button("gpu-look", messages.get("gpu.look"), model::look);
    remove = Controls.button("gpu-remove", messages.get("gpu.remove"), () -> ask(true));
    buttons = new HBox(8, install, look, remove);
    elsewhere = new GpuElsewhere(ui, messages, model);
    cancel = Controls.button("gpu-cancel", messages.get("gpu.cancel"), this::cancel);
    Controls.named(bar, "gpu-progress", messages.get("gpu"));
    bar.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(bar, Priority.ALWAYS);
    var progress = new HBox(8, bar, cancel);
    progress.setAlignment(Pos.CENTER_LEFT);
    running = new VBox(4, progress, stage);
    asking = asking();
    getChildren()
        .addAll(
            Controls.label(messages.get("gpu"), "section-title"),
            Controls.paragraph(messages.get("gpu.sentence"), "muted"),
            state,
            problem,
            buttons,
            asking,
            elsewhere,
            kept,
            running);
    // The model outlasts this section: it is followed only while somebody can see it.
    sceneProperty()
        .subscribe(scene -> {
          following.unsubscribe();
          following = scene == null ? Subscription.EMPTY : listen();
          if (scene != null) {
            model.look();
          }
        });
  }

  private Subscription listen() {
    return Subscription.combine(
        model.stateProperty().subscribe(_ -> show()),
        model.workingProperty().subscribe(this::follow),
        model.problemProperty().subscribe(this::tellProblem),
        model.cancelledProperty().subscribe(this::tellCancelled));
  }

  /// Removing asks, since only fetching 3 GB again undoes it.
  private VBox asking() {
    var yes = Controls.button("gpu-remove-yes", messages.get("gpu.remove"), this::remove);
    var no = Controls.button("gpu-remove-no", messages.get("gpu.remove.not"), () -> ask(false));
    return new VBox(8, Controls.paragraph(messages.get("gpu.remove.ask")), new HBox(8, yes, no));
  }

  private void ask(boolean whether) {
    asks = whether;
    show();
  }

  private void remove() {
    asks = false;
    model.remove();
  }

  private void show() {
    var now = model.stateProperty().get();
    var known = now instanceof GpuState.Known each ? each : null;
    var busy = model.workingProperty().get() != null;
    var installable = known != null && known.installable();
    state.setText(new GpuWords(messages).of(now));
    show(running, busy);
    show(buttons, !busy && !asks && !(now instanceof GpuState.Looking));
    show(elsewhere, !busy && !asks && installable);
    show(asking, !busy && asks);
    show(install, installable);
    show(look, known == null || known.status().why() != null);
    show(remove, known != null && known.status().found().kept());
    var set = known != null && known.status().found().libraries() != null;
    install.setText(messages.get(set ? "gpu.again" : "gpu.install"));
  }

  private static void show(Node node, boolean whether) {
    node.setVisible(whether);
    node.setManaged(whether);
  }

  private void tellProblem(@Nullable Problem what) {
    problem.setText(what == null ? "" : what.in(messages.locale()));
    show(problem, what != null);
  }

  private void tellCancelled(GpuModel.Cancelled what) {
    kept.setText(what == GpuModel.Cancelled.NOTHING ? "" : messages.get("gpu.cancelled." + what));
    show(kept, what != GpuModel.Cancelled.NOTHING);
  }

  private void follow(@Nullable StatusLine line) {
    bar.progressProperty().unbind();
    stage.textProperty().unbind();
    cancel.disableProperty().unbind();
    if (line != null) {
      bar.progressProperty()
          .bind(
              Bindings.createDoubleBinding(line::share, line.doneProperty(), line.totalProperty()));
      stage
          .textProperty()
          .bind(
              Bindings.createStringBinding(
                  () -> StatusText.of(line, ui.formats()),
                  line.stageProperty(),
                  line.doneProperty(),
                  line.totalProperty(),
                  line.remainingProperty(),
                  line.cancellingProperty()));
      cancel.disableProperty().bind(line.cancellingProperty());
    }
    show();
  }

  private void cancel() {
    var line = model.workingProperty().get();
    if (line != null) {
      line.cancel();
    }
  }
}
