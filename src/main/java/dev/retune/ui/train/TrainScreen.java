package dev.retune.ui.train;

import dev.retune.training.RunState;
import dev.retune.ui.support.KeyHelp;
import dev.retune.ui.support.StepScreen;
import dev.retune.ui.support.StepStatus;
import dev.retune.ui.support.Ui;
import dev.retune.workflow.ProjectSession;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// The step Train.
public final class TrainScreen extends StepScreen<TrainView> {
  private final Ui ui;
  private final TrainServices services;
  private final TrainModel model = new TrainModel();
  private final TrainController controller;
  private final ReadOnlyObjectWrapper<StepStatus> status =
      new ReadOnlyObjectWrapper<>(StepStatus.NOT_BEGUN);

  /// @param prepared by the screen whose place this one takes
  public TrainScreen(Ui ui, ProjectSession session, TrainNavigation go, PreparedRun prepared) {
    this(ui, ProjectTraining.services(session, go), prepared);
  }

  TrainScreen(Ui ui, TrainServices services) {
    this(ui, services, PreparedRun.nothing());
  }

  TrainScreen(Ui ui, TrainServices services, PreparedRun prepared) {
    super("train", ui.messages(TrainScreen.class));
    this.ui = ui;
    this.services = services;
    prepared.into(model);
    this.controller = new TrainController(ui, services, model, prepared, this::restate);
    controller.load();
  }

  /// For a screen that takes the place of this one.
  public PreparedRun prepared() {
    return PreparedRun.of(model);
  }

  /// Looks at the data again; what is accepted may have changed.
  public void refresh() {
    controller.load();
  }

  private void restate() {
    var live = controller.runs().living();
    if (live.isPresent()) {
      var story = live.get().story();
      var number =
          story.totalSteps() == 0
              ? ""
              : messages()
                  .get(
                      "rail", Integer.toString(story.step()), Integer.toString(story.totalSteps()));
      status.set(new StepStatus(StepStatus.State.RUNNING, number));
      return;
    }
    var last = model.runs.stream().findFirst().map(TrainModel.RunLine::state);
    var number = model.runs.isEmpty() ? "" : messages().get("rail.runs", model.runs.size());
    status.set(
        new StepStatus(last.map(TrainScreen::step).orElse(StepStatus.State.NOT_BEGUN), number));
  }

  private static StepStatus.State step(RunState state) {
    return switch (state) {
      case NEW -> StepStatus.State.BEGUN;
      case RUNNING, PAUSED -> StepStatus.State.RUNNING;
      case FINISHED, STOPPED -> StepStatus.State.DONE;
      case INTERRUPTED, FAILED -> StepStatus.State.ATTENTION;
    };
  }

  @Override
  protected TrainView build() {
    return new TrainView(ui, services, model, controller);
  }

  @Override
  public ObservableValue<StepStatus> status() {
    return status.getReadOnlyProperty();
  }

  @Override
  public List<KeyHelp> keys() {
    return List.of(
        new KeyHelp("Enter", messages().get("help.open")),
        new KeyHelp("Space", messages().get("help.choose")));
  }

  @Override
  public void onShown() {
    controller.load();
  }

  @Override
  public void dispose() {
    controller.close();
  }
}
