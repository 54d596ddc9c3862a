package dev.retune.ui.train;

import dev.retune.training.RunConfiguration;
import dev.retune.training.RunReport;
import dev.retune.training.RunState;
import dev.retune.training.RunWatcher;
import java.util.Optional;

/// One run of the project, as this screen needs it. Off the FX thread, except [#configuration()].
interface TrainingRun {

  /// Unique within the project.
  String id();

  RunConfiguration configuration();

  RunState state();

  /// The report, once the run is done.
  Optional<RunReport> report();

  void requestPause();

  void requestResume();

  /// Asks the worker to stop and keep the best so far.
  void requestStop();

  /// Tells `listener` what is new, from a thread of its own, until closed. First everything so far.
  Watch watch(RunWatcher.Listener listener);

  /// Ends watching.
  @FunctionalInterface
  interface Watch extends AutoCloseable {
    @Override
    void close();
  }
}
