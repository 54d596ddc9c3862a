package dev.retune.encoder;

import ai.djl.engine.EngineException;

/// Tells when PyTorch ran out of memory.
public final class NativeMemory {
  private NativeMemory() {}

  /// Whether `failure` is how PyTorch's allocators say that memory did not suffice: on the
  /// processor `DefaultCPUAllocator: can't allocate memory`, on a graphics card `CUDA out of
  /// memory`.
  public static boolean exhausted(Throwable failure) {
    var message = String.valueOf(failure.getMessage());
    return failure instanceof EngineException
        && (message.contains("can't allocate memory")
            || message.contains("not enough memory")
            || message.contains("out of memory"));
  }
}
