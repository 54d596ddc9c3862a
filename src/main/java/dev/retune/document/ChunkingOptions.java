package dev.retune.document;

import dev.retune.text.Problem;

/// How documents are cut into chunks.
///
/// @param maxTokens no chunk has more of the base model's tokens
/// @param overlapTokens at most so many tokens, in whole sentences (in words where the method is
///   [ChunkingMethod#FIXED]), are repeated from the end of the chunk before; chunks never overlap
///   where a section, page or topic ends
/// @param minTokens a chunk with fewer is joined with a neighbour under the same heading if both
///   fit into one; 0 leaves small ones alone
public record ChunkingOptions(
    ChunkingMethod method, int maxTokens, int overlapTokens, int minTokens) {
  public static final ChunkingOptions DEFAULT =
      new ChunkingOptions(ChunkingMethod.SENTENCES, 256, 32, 0);

  /// No base model reads more, and counting would take for ever.
  public static final int MOST_TOKENS = 8192;

  public static final int LEAST_TOKENS = 8;

  /// @throws dev.retune.text.ProblemException if the numbers do not go together
  public ChunkingOptions {
    if (maxTokens < LEAST_TOKENS || maxTokens > MOST_TOKENS) {
      throw Problem.of(
              ChunkingOptions.class,
              "maxTokens",
              Integer.toString(maxTokens),
              Integer.toString(LEAST_TOKENS),
              Integer.toString(MOST_TOKENS))
          .exception();
    }
    if (overlapTokens < 0 || overlapTokens > maxTokens / 2) {
      throw Problem.of(
              ChunkingOptions.class,
              "overlap",
              Integer.toString(overlapTokens),
              Integer.toString(maxTokens / 2))
          .exception();
    }
    if (minTokens < 0 || minTokens > maxTokens) {
      throw Problem.of(
              ChunkingOptions.class,
              "minTokens",
              Integer.toString(minTokens),
              Integer.toString(maxTokens))
          .exception();
    }
  }

  /// Whole sentences, however few.
  public ChunkingOptions(int maxTokens, int overlapTokens) {
    this(ChunkingMethod.SENTENCES, maxTokens, overlapTokens, 0);
  }

  /// Whether cutting needs the vectors of sentences.
  public boolean semantic() {
    return method == ChunkingMethod.SEMANTIC;
  }
}
