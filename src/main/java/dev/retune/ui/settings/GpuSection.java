package dev.retune.ui.settings;

import dev.retune.gpu.Gpu;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.StatusLine;
import dev.retune.ui.support.StatusText;
import dev.retune.ui.support.Ui;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What graphics card there is, and a button that sets up CUDA support for it.
final class GpuSection extends VBox {
  private static final String PYPI = "https://pypi.org/simple/";

  private final Ui ui;
  private final Messages messages;
  private final GpuModel model;
  private final Label state = Controls.paragraph("", "muted");
  private final Label stage = Controls.paragraph("", "muted", "small");
  private final ProgressBar bar = new ProgressBar();
  private final Button install;
  private final Button folder;
  private final TextField index = new TextField();
  private final Button cancel;

  GpuSection(Ui ui, Messages messages, GpuModel model) {
    super(12);
    this.ui = ui;
    this.messages = messages;
    this.model = model;
    state.setId("gpu-state");
    install = Controls.button("gpu-install", messages.get("gpu.install"), this::install);
    folder = Controls.button("gpu-folder", messages.get("gpu.folder"), this::take);
    cancel = Controls.button("gpu-cancel", messages.get("gpu.cancel"), this::cancel);
    Controls.named(bar, "gpu-progress", messages.get("gpu"));
    bar.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(bar, Priority.ALWAYS);
    var problem = Controls.paragraph("", "banner-problem");
    problem.setId("gpu-problem");
    problem.textProperty().bind(model.problemProperty());
    problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
    problem.managedProperty().bind(problem.visibleProperty());
    var running = new VBox(4, new HBox(8, bar, cancel), stage);
    running.visibleProperty().bind(model.installingProperty().isNotNull());
    running.managedProperty().bind(running.visibleProperty());
    Controls.named(index, "gpu-index", messages.get("gpu.index"));
    index.setPromptText(PYPI);
    var from = SettingsRow.of(messages.get("gpu.index"), messages.get("gpu.index.sentence"), index);
    from.visibleProperty().bind(running.visibleProperty().not());
    from.managedProperty().bind(from.visibleProperty());
    var kept = Controls.paragraph(messages.get("gpu.kept"), "muted", "small");
    kept.setId("gpu-kept");
    kept.visibleProperty().bind(model.brokenProperty());
    kept.managedProperty().bind(kept.visibleProperty());
    var buttons = new HBox(8, install, folder);
    buttons.visibleProperty().bind(running.visibleProperty().not());
    buttons.managedProperty().bind(buttons.visibleProperty());
    getChildren()
        .addAll(
            Controls.label(messages.get("gpu"), "section-title"),
            Controls.paragraph(messages.get("gpu.sentence"), "muted"),
            state,
            problem,
            from,
            buttons,
            kept,
            running);
    model.foundProperty().subscribe(this::show);
    model.installingProperty().subscribe(this::follow);
    model.look();
  }

  private void show(Gpu.@Nullable Found found) {
    if (found == null) {
      state.setText(messages.get("gpu.looking"));
      return;
    }
    var driver = found.driver();
    var set = found.libraries() != null;
    if (driver != null && !found.loads()) {
      state.setText(messages.get("gpu.hidden"));
    } else if (driver == null) {
      state.setText(messages.get(set ? "gpu.noCard.set" : "gpu.noCard"));
    } else {
      var name = driver.cards().isEmpty() ? driver.version() : driver.cards().getFirst().name();
      state.setText(messages.get(set ? "gpu.card.set" : "gpu.card", name));
    }
    install.setText(messages.get(set ? "gpu.again" : "gpu.install"));
  }

  private void follow(@Nullable StatusLine line) {
    bar.progressProperty().unbind();
    stage.textProperty().unbind();
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
  }

  private void install() {
    model.install(index.getText());
  }

  private void take() {
    ui.files().folder(messages.get("gpu.folder.title")).ifPresent(model::take);
  }

  private void cancel() {
    var line = model.installingProperty().get();
    if (line != null) {
      line.cancel();
    }
  }
}
