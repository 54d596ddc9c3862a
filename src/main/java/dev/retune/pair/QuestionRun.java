package dev.retune.pair;

import dev.retune.document.Chunk;
import dev.retune.task.Progress;
import java.time.Clock;
import java.util.List;

/// Lets a writer write questions for many passages. Each passage's questions are stored as soon as
/// they are there, passages that already have pairs are skipped (so a run that was cancelled or
/// failed is simply started again), and the whole run is one step of undo.
public final class QuestionRun {
  private final PairStore store;
  private final String reviewer;
  private final Clock clock;

  public QuestionRun(PairStore store, String reviewer, Clock clock) {
    this.store = store;
    this.reviewer = reviewer;
    this.clock = clock;
  }

  /// @param perChunk questions wanted for each passage
  /// @throws java.util.concurrent.CancellationException if cancelled; what was written is kept
  public WritingSummary run(
      QuestionWriter writer,
      List<Chunk> chunks,
      int perChunk,
      Progress progress,
      WritingListener listener) {
    throw new UnsupportedOperationException(
        "" + store + reviewer + clock + writer + chunks + perChunk + progress + listener);
  }
}
