package dev.retune.encoder;

import org.jspecify.annotations.Nullable;

/// How to embed.
///
/// @param batchSize at most so many texts at a time
/// @param prompts instead of the model's own; null for those
/// @param maxTokens instead of the model's own limit; null for that
/// @param similarity instead of the model's own; null for that
/// @param precision of the matrix products
/// @param device where to compute
public record EmbedOptions(
    int batchSize,
    @Nullable Prompts prompts,
    @Nullable Integer maxTokens,
    @Nullable Similarity similarity,
    Precision precision,
    DeviceChoice device) {

  /// What the model folder says, 32 texts at a time, in float32.
  public static EmbedOptions defaults() {
    return new EmbedOptions(32, null, null, null, Precision.FP32, DeviceChoice.AUTO);
  }

  /// These options with other prompts.
  public EmbedOptions withPrompts(@Nullable Prompts other) {
    return new EmbedOptions(batchSize, other, maxTokens, similarity, precision, device);
  }

  /// These options with another limit of tokens.
  public EmbedOptions withMaxTokens(@Nullable Integer other) {
    return new EmbedOptions(batchSize, prompts, other, similarity, precision, device);
  }

  /// These options with another precision.
  public EmbedOptions withPrecision(Precision other) {
    return new EmbedOptions(batchSize, prompts, maxTokens, similarity, other, device);
  }

  /// These options with another similarity.
  public EmbedOptions withSimilarity(@Nullable Similarity other) {
    return new EmbedOptions(batchSize, prompts, maxTokens, other, precision, device);
  }

  /// These options on another device.
  public EmbedOptions withDevice(DeviceChoice other) {
    return new EmbedOptions(batchSize, prompts, maxTokens, similarity, precision, other);
  }
}
