package dev.retune.ui.train;

import dev.retune.ui.support.Controls;
import dev.retune.ui.support.FailedPane;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.PageHeader;
import dev.retune.ui.support.Placeholder;
import dev.retune.ui.support.ScreenView;
import dev.retune.ui.support.StatePane;
import dev.retune.ui.support.Ui;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Puts the training screen together.
final class TrainView extends VBox implements ScreenView {
  private final Ui ui;
  private final Messages messages;
  private final TrainServices services;
  private final TrainModel model;
  private final TrainController controller;
  private final PlanView plan;

  /// Kept here because bindings are only weakly held by what they watch.
  private final ObservableValue<Shown> front;

  private Optional<RunView> run = Optional.empty();
  private Optional<RunModel> shown = Optional.empty();

  TrainView(Ui ui, TrainServices services, TrainModel model, TrainController controller) {
    this.ui = ui;
    this.messages = ui.messages(TrainView.class);
    this.services = services;
    this.model = model;
    this.controller = controller;
    this.plan = new PlanView(ui, services, model, controller);
    setId("train");
    getStyleClass().addAll("screen", "train");
    // A run may give way to another without the state changing.
    front =
        Bindings.createObjectBinding(
            () -> new Shown(model.state().get(), model.run.get()), model.state(), model.run);
    var center = new StatePane(front, now -> view(now.state()));
    VBox.setVgrow(center, Priority.ALWAYS);
    getChildren().addAll(header(), new StartLine(ui, services, model, plan), center);
  }

  private record Shown(TrainState state, Optional<RunModel> run) {}

  private PageHeader header() {
    Button start = Controls.button("train-start", messages.get("start"), controller::start);
    var header =
        new PageHeader(ui, "train", messages.get("title"), messages.get("sentence")).primary(start);
    var planning = model.state().map(state -> state == TrainState.PLAN);
    start.visibleProperty().bind(planning);
    start.managedProperty().bind(planning);
    start
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () ->
                    model.starting.get()
                        || model.looking.get()
                        || !model.plan.get().map(known -> known.ready()).orElse(false),
                model.starting,
                model.looking,
                model.plan));
    return header;
  }

  private Node view(TrainState state) {
    return switch (state) {
      case LOADING -> placeholder("loading", Feather.CLOCK);
      case NO_PAIRS ->
          placeholder("no-pairs", Feather.TRENDING_UP)
              .actions(
                  Controls.primary("train-to-pairs", messages.get("to.pairs"), services.toPairs()),
                  Controls.link("train-sample", messages.get("sample"), services.openSample()));
      case PLAN -> plan;
      case RUN -> run();
      case FAILED -> failed();
    };
  }

  private Placeholder placeholder(String key, Feather icon) {
    return new Placeholder(
        "train-" + key, icon, messages.get(key + ".title"), messages.get(key + ".sentence"));
  }

  private Node run() {
    var current = model.run.get();
    if (!current.equals(shown) || run.isEmpty()) {
      shown = current;
      run = current.map(known -> new RunView(ui, services, controller, known));
    }
    return run.<Node>map(view -> view).orElse(plan);
  }

  private Node failed() {
    return model
        .failure
        .get()
        .<Node>map(failure ->
            FailedPane.of(
                ui,
                "train-failed",
                failure,
                messages.get("failed.kept"),
                Controls.primary("train-retry", messages.get("retry"), controller::load)))
        .orElse(plan);
  }

  @Override
  public Region root() {
    return this;
  }

  @Override
  public List<Node> panes() {
    return model.state().get() == TrainState.RUN
        ? run.map(RunView::panes).orElse(List.of())
        : List.of(plan);
  }
}
