package dev.retune.pair;

import java.util.List;

/// What a run of a question writer brought.
///
/// @param written passages that got at least one question
/// @param without passages that were read and gave no good question
/// @param skipped passages that had questions before
/// @param pairs questions stored
/// @param failed passages that failed, in the order of the passages
public record WritingSummary(
    int written, int without, int skipped, int pairs, List<FailedChunk> failed, TokenUsage usage) {

  public WritingSummary {
    failed = List.copyOf(failed);
  }
}
