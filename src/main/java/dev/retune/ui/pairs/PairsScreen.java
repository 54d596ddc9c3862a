package dev.retune.ui.pairs;

import dev.retune.pair.PairCounts;
import dev.retune.ui.support.KeyHelp;
import dev.retune.ui.support.StepScreen;
import dev.retune.ui.support.StepStatus;
import dev.retune.ui.support.Ui;
import java.util.List;
import javafx.beans.value.ObservableValue;

/// The step Pairs.
public final class PairsScreen extends StepScreen<PairsView> {
  private final Ui ui;
  private final PairsServices services;
  private final PairsModel model = new PairsModel();
  private final WriteModel writeModel = new WriteModel();
  private final PairsController controller;
  private final ObservableValue<StepStatus> status;

  public PairsScreen(Ui ui, PairsServices services) {
    super("pairs", ui.messages(PairsScreen.class));
    this.ui = ui;
    this.services = services;
    this.controller = new PairsController(ui, services, model);
    this.status =
        model.counts().flatMap(counts -> writeModel.phase.map(phase -> status(counts, phase)));
    controller.load();
  }

  @Override
  protected PairsView build() {
    var writing = new WriteController(ui, services, model, writeModel, controller);
    var view = new PairsView(ui, services, model, controller, writeModel, writing);
    new PairsKeys(model, controller, view::edit).install(view.root());
    return view;
  }

  private StepStatus status(PairCounts counts, WriteModel.Phase phase) {
    var number =
        counts.all() == 0
            ? ""
            : messages()
                .get("rail", ui.formats().count(counts.judged()), ui.formats().count(counts.all()));
    var state =
        phase instanceof WriteModel.Phase.Running
            ? StepStatus.State.RUNNING
            : counts.all() == 0
                ? StepStatus.State.NOT_BEGUN
                : counts.toReview() == 0 ? StepStatus.State.DONE : StepStatus.State.BEGUN;
    return new StepStatus(state, number);
  }

  @Override
  public ObservableValue<StepStatus> status() {
    return status;
  }

  @Override
  public List<KeyHelp> keys() {
    return PairsKeys.help(messages());
  }

  /// Shows the pairs of a question alone.
  public void find(String question) {
    view().find(question);
  }

  /// Reads the pairs again: documents may have come or gone meanwhile.
  public void refresh() {
    controller.load();
  }

  @Override
  public void onShown() {
    refresh();
    view().shown();
  }
}
