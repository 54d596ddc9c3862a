package dev.retune.ui.pairs;

import dev.retune.pair.PairCounts;
import dev.retune.ui.support.KeyHelp;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Screen;
import dev.retune.ui.support.StepStatus;
import dev.retune.ui.support.Ui;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The step Pairs.
public final class PairsScreen implements Screen {
  private final Ui ui;
  private final Messages messages;
  private final PairsServices services;
  private final PairsModel model = new PairsModel();
  private final WriteModel writeModel = new WriteModel();
  private final PairsController controller;
  private final ObservableValue<StepStatus> status;
  private @Nullable PairsView view;

  public PairsScreen(Ui ui, PairsServices services) {
    this.ui = ui;
    this.messages = ui.messages(PairsScreen.class);
    this.services = services;
    this.controller = new PairsController(ui, services, model);
    this.status =
        model.counts().flatMap(counts -> writeModel.phase.map(phase -> status(counts, phase)));
    controller.load();
  }

  @Override
  public String id() {
    return "pairs";
  }

  @Override
  public String title() {
    return messages.get("title");
  }

  @Override
  public Region node() {
    return view().root();
  }

  private PairsView view() {
    if (view == null) {
      var writing = new WriteController(ui, services, model, writeModel, controller);
      view = new PairsView(ui, services, model, controller, writeModel, writing);
      new PairsKeys(model, controller, view::edit).install(view.root());
    }
    return view;
  }

  private StepStatus status(PairCounts counts, WriteModel.Phase phase) {
    var number =
        counts.all() == 0
            ? ""
            : messages.get(
                "rail", ui.formats().count(counts.judged()), ui.formats().count(counts.all()));
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
    return PairsKeys.help(messages);
  }

  @Override
  public Optional<TextInputControl> searchField() {
    return Optional.of(view().searchField());
  }

  @Override
  public List<Node> panes() {
    return view().panes();
  }

  /// Reads the pairs again: documents may have come or gone meanwhile.
  public void refresh() {
    controller.load();
  }

  @Override
  public void onShown() {
    refresh();
    view().table().requestFocus();
  }
}
