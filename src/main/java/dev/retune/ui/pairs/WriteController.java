package dev.retune.ui.pairs;

import dev.retune.pair.FailedChunk;
import dev.retune.pair.WritingListener;
import dev.retune.pair.WritingSummary;
import dev.retune.ui.pairs.WriteModel.Phase;
import dev.retune.ui.support.LatestTask;
import dev.retune.ui.support.Outcome;
import dev.retune.ui.support.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Has questions written; they appear in the table as they are stored.
final class WriteController {
  private final Ui ui;
  private final PairsServices services;
  private final PairsModel pairs;
  private final WriteModel model;
  private final PairsController controller;
  private final LatestTask asking;

  WriteController(
      Ui ui,
      PairsServices services,
      PairsModel pairs,
      WriteModel model,
      PairsController controller) {
    this.ui = ui;
    this.services = services;
    this.pairs = pairs;
    this.model = model;
    this.controller = controller;
    this.asking = ui.tasks().latest();
    model.writer.subscribe((_, _) -> offer());
    model.perPassage.subscribe((_, _) -> offer());
  }

  /// Opens the panel with what would be done.
  void open() {
    pairs.panel.set(PairsModel.Panel.WRITE);
    if (!model.running()) {
      offer();
    }
  }

  /// Looks again at what is offered: documents or settings may have changed.
  void refresh() {
    if (pairs.panel.get() == PairsModel.Panel.WRITE
        && model.phase.get() instanceof Phase.Offering) {
      offer();
    }
  }

  /// Asks anew what writing would do.
  void offer() {
    if (model.running()) {
      return;
    }
    if (!(model.phase.get() instanceof Phase.Offering)) {
      model.phase.set(new Phase.Offering(Optional.empty()));
    }
    var writer = model.writer.get();
    var perPassage = model.perPassage.get();
    asking.run(
        _ -> services.writing().offer(writer, perPassage),
        outcome -> {
          switch (outcome) {
            case Outcome.Done<QuestionWriting.Offer>(var offer) ->
                model.phase.set(new Phase.Offering(Optional.of(offer)));
            case Outcome.Failed<QuestionWriting.Offer>(var error) ->
                model.phase.set(new Phase.Failed(error));
            case Outcome.Cancelled<QuestionWriting.Offer>() -> {}
          }
        });
  }

  /// Starts writing with what is chosen.
  void write() {
    if (model.running()) {
      return;
    }
    asking.cancel();
    model.written.set(0);
    model.failed.clear();
    var writer = model.writer.get();
    var perPassage = model.perPassage.get();
    var arrivals = new Arrivals();
    ui.tasks()
        .run(
            ui.messages(WriteController.class).text("writing"),
            progress -> services.writing().write(writer, perPassage, progress, arrivals),
            this::ended);
    model.phase.set(new Phase.Running(ui.tasks().running().getLast()));
  }

  private void ended(Outcome<WritingSummary> outcome) {
    model.phase.set(
        switch (outcome) {
          case Outcome.Done<WritingSummary>(var summary) -> new Phase.Done(summary);
          case Outcome.Cancelled<WritingSummary>() -> new Phase.Stopped();
          case Outcome.Failed<WritingSummary>(var error) -> new Phase.Failed(error);
        });
    controller.arrived(List.of());
  }

  /// Hands what was written over to the FX thread in handfuls.
  private final class Arrivals implements WritingListener {
    private final List<UUID> written = new ArrayList<>();
    private final List<FailedChunk> failed = new ArrayList<>();
    private boolean pending;

    @Override
    public synchronized void written(List<UUID> pairs) {
      written.addAll(pairs);
      soon();
    }

    @Override
    public synchronized void failed(FailedChunk chunk) {
      failed.add(chunk);
      soon();
    }

    private void soon() {
      if (!pending) {
        pending = true;
        ui.tasks().apply(this::deliver);
      }
    }

    private synchronized void deliver() {
      pending = false;
      var ids = List.copyOf(written);
      written.clear();
      model.failed.addAll(failed);
      failed.clear();
      if (!ids.isEmpty()) {
        model.written.set(model.written.get() + ids.size());
        controller.arrived(ids);
      }
    }
  }
}
