package dev.retune.ui.train;

import dev.retune.training.RunEvent;
import dev.retune.training.RunReport;
import dev.retune.training.RunState;
import dev.retune.ui.support.FollowedWork;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Outcome;
import dev.retune.ui.support.Ui;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Follows a run from its folder, in front or not, with a line in the status bar while a worker is
/// at it. Used on the FX thread.
final class FollowedRun {
  private final Ui ui;
  private final Messages messages;
  private final RunModel model;
  private final Consumer<FollowedRun> changed;
  private final Runnable ended;
  private TrainingRun.@Nullable Watch watch;
  private Optional<FollowedWork> line = Optional.empty();
  private boolean closed;

  /// @param changed called after each change
  /// @param ended called when the worker is gone and, where the run is done, its report was read
  FollowedRun(Ui ui, TrainingRun run, Consumer<FollowedRun> changed, Runnable ended) {
    this.ui = ui;
    this.messages = ui.messages(FollowedRun.class);
    this.model = new RunModel(run);
    this.changed = changed;
    this.ended = ended;
  }

  RunModel model() {
    return model;
  }

  boolean alive() {
    return model.state().get().alive();
  }

  void begin() {
    watch = model.run.watch((state, events) -> ui.tasks().apply(() -> changed(state, events)));
  }

  private void changed(RunState state, List<RunEvent> events) {
    if (closed) {
      return;
    }
    var was = alive();
    model.changed(state, events);
    showLine();
    if (state.done() && model.report.get() instanceof RunModel.Report.Unread) {
      readReport(was);
    } else if (was && !state.alive()) {
      ended.run();
    }
    changed.accept(this);
  }

  private void showLine() {
    if (!alive()) {
      endLine();
      return;
    }
    var story = model.story();
    var paused = model.state().get() == RunState.PAUSED;
    var name = model.run.configuration().name();
    var stage = messages.text(paused ? "status.paused" : "status", name);
    var shown =
        line.orElseGet(() -> ui.tasks().follow(stage, () -> quietly(model.run::requestStop)));
    line = Optional.of(shown);
    Optional<Duration> left =
        paused || story.secondsLeft().isEmpty()
            ? Optional.empty()
            : Optional.of(Duration.ofSeconds(Math.round(story.secondsLeft().getAsDouble())));
    shown.show(stage, story.step(), story.totalSteps(), left);
  }

  private void quietly(Runnable asked) {
    ui.tasks()
        .<Boolean>quietly(
            _ -> {
              asked.run();
              return true;
            },
            outcome -> {
              if (outcome instanceof Outcome.Failed<Boolean>(var error)) {
                ui.notices().say(error.problem().cause().in(ui.locale()));
              }
            });
  }

  private void readReport(boolean justEnded) {
    model.report.set(new RunModel.Report.Reading());
    ui.tasks()
        .quietly(
            _ -> model.run.report(),
            outcome -> {
              switch (outcome) {
                case Outcome.Done<Optional<RunReport>>(var report) ->
                    model.report.set(
                        report
                            .<RunModel.Report>map(RunModel.Report.Read::new)
                            .orElse(new RunModel.Report.Missing()));
                case Outcome.Failed<Optional<RunReport>>(var error) ->
                    model.report.set(new RunModel.Report.Unreadable(error));
                case Outcome.Cancelled<Optional<RunReport>>() ->
                    model.report.set(new RunModel.Report.Unread());
              }
              if (justEnded && !closed) {
                ended.run();
              }
            });
  }

  private void endLine() {
    line.ifPresent(FollowedWork::end);
    line = Optional.empty();
  }

  /// Stops following; the run goes on.
  void close() {
    closed = true;
    endLine();
    if (watch != null) {
      watch.close();
    }
  }
}
