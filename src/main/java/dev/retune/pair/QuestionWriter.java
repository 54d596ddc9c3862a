package dev.retune.pair;

import java.util.List;

/// Writes the questions that a passage answers.
public interface QuestionWriter {

  /// For a person: "built-in", or the model's name.
  String name();

  /// How its questions are labelled.
  Origin origin();

  /// How many passages it may work on at the same time.
  int parallelism();

  /// What it has used so far; [TokenUsage#NONE] if it uses none.
  TokenUsage usage();

  /// Writes questions whose answers stand in the chunk.
  ///
  /// @param count how many are wanted; fewer come back rather than bad ones
  /// @throws dev.retune.text.ProblemException if this passage failed, with the reason in plain
  ///   words
  /// @throws InterruptedException if the thread was interrupted, which cancels at once
  List<WrittenQuestion> write(ChunkContext chunk, int count) throws InterruptedException;
}
