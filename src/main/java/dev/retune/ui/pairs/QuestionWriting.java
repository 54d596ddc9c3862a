package dev.retune.ui.pairs;

import dev.retune.pair.WritingListener;
import dev.retune.pair.WritingSummary;
import dev.retune.task.Progress;
import java.time.Duration;
import java.util.Optional;

/// Has questions written; called off the FX thread.
public interface QuestionWriting {

  /// Who writes.
  enum Writer {
    BUILT_IN,
    LLM
  }

  /// What writing would do, before it is done.
  ///
  /// @param name of the writer: the model's name and host; empty for the built-in one
  /// @param ready whether it can start; a language model first needs its settings
  /// @param passages passages that have no questions yet
  /// @param time how long it takes about; empty if nobody knows
  /// @param tokens what it costs about, for a language model
  record Offer(
      Writer writer,
      String name,
      boolean ready,
      int passages,
      Optional<Duration> time,
      Optional<Long> tokens) {}

  /// What `writer` would do with `perPassage` questions a passage.
  Offer offer(Writer writer, int perPassage);

  /// Writes for all passages without questions; each answer is stored at once.
  ///
  /// @throws java.util.concurrent.CancellationException if stopped; what was written is kept
  WritingSummary write(Writer writer, int perPassage, Progress progress, WritingListener listener);
}
