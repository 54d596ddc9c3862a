package dev.retune.ui.settings;

import dev.retune.text.Problem;
import dev.retune.text.Text;
import dev.retune.ui.support.FxTasks;
import dev.retune.ui.support.Outcome;
import dev.retune.ui.support.StatusLine;
import dev.retune.ui.support.UiMemory;
import dev.retune.ui.support.Work;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// What graphics card there is, and setting up CUDA support for it. Lives as long as the window: 3
/// GB are not fetched while one screen is in front.
public final class GpuModel {
  private static final String INDEX = "gpu.index";

  /// What was cancelled last, since it goes on in different ways.
  enum Cancelled {
    NOTHING,
    FETCHING,
    TAKING
  }

  private final FxTasks tasks;
  private final SettingsPort port;
  private final ReadOnlyObjectWrapper<GpuState> state =
      new ReadOnlyObjectWrapper<>(new GpuState.Looking());
  private final ReadOnlyObjectWrapper<@Nullable StatusLine> working = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Cancelled> cancelled =
      new ReadOnlyObjectWrapper<>(Cancelled.NOTHING);
  private final StringProperty index = new SimpleStringProperty();
  private boolean looking;

  /// @param memory holds the address to fetch from
  public GpuModel(FxTasks tasks, UiMemory memory, SettingsPort port) {
    this.tasks = tasks;
    this.port = port;
    index.set(memory.get(INDEX).orElse(""));
    index.subscribe((_, typed) -> memory.put(INDEX, typed));
  }

  ReadOnlyObjectProperty<GpuState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// The work that sets it up or removes it; null while there is none.
  ReadOnlyObjectProperty<@Nullable StatusLine> workingProperty() {
    return working.getReadOnlyProperty();
  }

  /// Why the last attempt failed; null if it did not.
  ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Cancelled> cancelledProperty() {
    return cancelled.getReadOnlyProperty();
  }

  /// Address of a package index; empty for PyPI.
  StringProperty indexProperty() {
    return index;
  }

  /// Looks again; what was found before stands until more is known.
  void look() {
    if (looking) {
      return;
    }
    looking = true;
    tasks.quietly(
        progress -> new GpuState.Known(port.gpu(progress), port.gpuOffered()),
        outcome -> {
          looking = false;
          switch (outcome) {
            case Outcome.Done<GpuState.Known>(var known) -> state.set(known);
            case Outcome.Failed<GpuState.Known>(var failure) ->
                state.set(new GpuState.Unknown(failure.problem()));
            case Outcome.Cancelled<GpuState.Known> _ -> {} // Whoever shows it looks again.
          }
        });
  }

  void install() {
    var from = index.get().strip();
    run(
        "gpu.installing",
        Cancelled.FETCHING,
        progress -> {
          port.installGpu(from, progress);
          return null;
        });
  }

  /// @param folder with wheels or a PyTorch
  void take(Path folder) {
    run(
        "gpu.installing",
        Cancelled.TAKING,
        progress -> {
          port.takeGpu(folder, progress);
          return null;
        });
  }

  void remove() {
    run(
        "gpu.removing",
        Cancelled.NOTHING,
        _ -> {
          port.removeGpu();
          return null;
        });
  }

  private void run(String title, Cancelled ifCancelled, Work<@Nullable Void> work) {
    problem.set(null);
    cancelled.set(Cancelled.NOTHING);
    working.set(
        tasks.runForProgram(
            Text.of(GpuModel.class, title),
            work,
            outcome -> {
              working.set(null);
              switch (outcome) {
                case Outcome.Done<?> _ -> {}
                case Outcome.Cancelled<?> _ -> cancelled.set(ifCancelled);
                case Outcome.Failed<?>(var failure) -> problem.set(failure.problem());
              }
              look();
            }));
  }
}
