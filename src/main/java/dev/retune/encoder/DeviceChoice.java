package dev.retune.encoder;

/// Where a model is to compute.
public enum DeviceChoice {
  /// On the graphics card if it can be used, else on the processor.
  AUTO,
  CPU,
  /// On an NVIDIA graphics card, or not at all.
  CUDA
}
