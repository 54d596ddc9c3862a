package dev.retune.task;

import dev.retune.text.Text;
import java.util.concurrent.CancellationException;

/// What work reports to, and where it learns that it was cancelled.
///
/// Implementations are called from the thread that works and must be cheap.
public interface Progress {

  /// Starts a stage of the work.
  ///
  /// @param what the stage in words, such as "Reading pages"
  /// @param total how many units it has; 0 if unknown
  void begin(Text what, long total);

  /// Says that `units` more of the current stage are done.
  void advance(long units);

  /// Whether the person asked to stop. What is done by then is kept.
  boolean cancelled();

  /// @throws CancellationException if the person asked to stop
  default void checkCancelled() {
    if (cancelled()) {
      throw new CancellationException();
    }
  }

  /// Reports to nobody and is never cancelled.
  static Progress none() {
    return NoProgress.INSTANCE;
  }
}
