package dev.retune.ui.compare;

import dev.retune.retrieval.QueryOutcome;
import dev.retune.ui.support.KeyHelp;
import dev.retune.ui.support.StepScreen;
import dev.retune.ui.support.StepStatus;
import dev.retune.ui.support.Ui;
import dev.retune.workflow.ProjectSession;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/// The step Compare.
public final class CompareScreen extends StepScreen<CompareView> {
  private final Ui ui;
  private final CompareNavigation go;
  private final CompareModel model = new CompareModel();
  private final CompareController controller;
  private final ObservableValue<StepStatus> status;

  public CompareScreen(Ui ui, ProjectSession session, CompareNavigation go) {
    this(ui, new ProjectComparing(session), go);
  }

  CompareScreen(Ui ui, Comparing comparing, CompareNavigation go) {
    super("compare", ui.messages(CompareScreen.class));
    this.ui = ui;
    this.go = go;
    this.controller = new CompareController(ui, comparing, model);
    this.status =
        Bindings.createObjectBinding(
            this::measured, model.measured, model.opening, model.measuring);
  }

  /// Compares the model of this run as soon as the screen is in front.
  public void showRun(String runId) {
    controller.want(runId);
  }

  private StepStatus measured() {
    var busy = model.opening.get().isPresent() || model.measuring.get().isPresent();
    return model
        .measured
        .get()
        .map(done ->
            new StepStatus(
                StepStatus.State.DONE,
                messages()
                    .get(
                        "rail",
                        ui.formats().count(done.comparison().count(QueryOutcome.Kind.WON)),
                        ui.formats().count(done.comparison().count(QueryOutcome.Kind.LOST)))))
        .orElse(busy ? new StepStatus(StepStatus.State.RUNNING, "") : StepStatus.NOT_BEGUN);
  }

  @Override
  protected CompareView build() {
    return new CompareView(ui, model, controller, go);
  }

  @Override
  public ObservableValue<StepStatus> status() {
    return status;
  }

  @Override
  public List<KeyHelp> keys() {
    return List.of(
        new KeyHelp("/", messages().get("help.ask")),
        new KeyHelp("Enter", messages().get("help.open")),
        new KeyHelp("↑ ↓", messages().get("help.questions")));
  }

  @Override
  public void onShown() {
    controller.load();
    view().searchField().ifPresent(Node::requestFocus);
  }

  @Override
  public void dispose() {
    controller.close();
  }
}
