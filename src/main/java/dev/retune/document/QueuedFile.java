package dev.retune.document;

import dev.retune.project.Turn;
import dev.retune.task.Progress;
import dev.retune.text.Text;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/// Says of each stage which file of how many it belongs to, and keeps the queue's line of it; waits
/// while the queue is paused, letting others through.
///
/// @param id of the file in the queue
/// @param valid whether what files are read with still holds
record QueuedFile(ImportQueue queue, long id, Turn turn, BooleanSupplier valid, Progress progress)
    implements Progress {

  @Override
  public void begin(Text what, long total) {
    queue.stage(id, what, total);
    var place = queue.place();
    progress.begin(
        place.files() == 1
            ? what
            : Text.of(DocumentImporter.class, "fileOfMany", what, place.number(), place.files()),
        total);
  }

  @Override
  public void advance(long units) {
    queue.advance(id, units);
    progress.advance(units);
  }

  @Override
  public boolean cancelled() {
    return progress.cancelled() || queue.unwanted(id);
  }

  /// @throws CancellationException if cancelled, or if the file is to be read otherwise after a
  ///   pause
  @Override
  public void checkCancelled() {
    if (queue.paused()) {
      turn.aside(this, () -> queue.awaitGoing(this));
      if (!valid.getAsBoolean()) {
        throw new CancellationException();
      }
    }
    Progress.super.checkCancelled();
  }
}
