package dev.retune.document;

/// How documents are cut into chunks.
///
/// @param maxTokens no chunk has more of the base model's tokens
/// @param overlapTokens at most so many tokens, in whole sentences, are repeated from the end of
///   the chunk before
public record ChunkingOptions(int maxTokens, int overlapTokens) {
  public static final ChunkingOptions DEFAULT = new ChunkingOptions(256, 32);

  public ChunkingOptions {
    if (maxTokens < 8 || overlapTokens < 0 || overlapTokens > maxTokens / 2) {
      throw new IllegalArgumentException(maxTokens + " tokens, overlap " + overlapTokens);
    }
  }
}
