package dev.retune.ui.train;

import dev.retune.training.PreflightReport;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Outcome;
import dev.retune.ui.support.Ui;

/// The look at data, settings and machine before a training. Used on the FX thread.
final class RunCheck {
  private final Ui ui;
  private final Messages messages;
  private final Training training;
  private final TrainModel model;

  RunCheck(Ui ui, Training training, TrainModel model) {
    this.ui = ui;
    this.messages = ui.messages(RunCheck.class);
    this.training = training;
    this.model = model;
  }

  /// Looks, without starting anything.
  void begin() {
    drop();
    var settings = model.settings.get();
    var others = model.chosenOthers();
    var base = model.base.get();
    var line =
        ui.tasks()
            .run(
                messages.text("check.running"),
                progress -> training.preflight(settings, others, progress),
                outcome -> {
                  if (settings.equals(model.settings.get())
                      && others.equals(model.chosenOthers())
                      && base.equals(model.base.get())) {
                    model.check.set(checked(outcome));
                  }
                });
    model.check.set(new TrainModel.Check.Running(line));
  }

  private static TrainModel.Check checked(Outcome<PreflightReport> outcome) {
    return switch (outcome) {
      case Outcome.Done<PreflightReport>(var report) -> new TrainModel.Check.Done(report);
      case Outcome.Failed<PreflightReport>(var error) -> new TrainModel.Check.Failed(error);
      case Outcome.Cancelled<PreflightReport>() -> new TrainModel.Check.None();
    };
  }

  /// What was found with other settings does not count.
  void drop() {
    cancel();
    model.check.set(new TrainModel.Check.None());
  }

  void cancel() {
    if (model.check.get() instanceof TrainModel.Check.Running(var line)) {
      line.cancel();
    }
  }
}
