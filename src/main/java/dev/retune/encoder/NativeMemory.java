package dev.retune.encoder;

import ai.djl.engine.EngineException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;

/// The memory that PyTorch's allocators take.
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

  /// Gives back to the system what the C library keeps of memory that was freed; it would find no
  /// use for much of it, in pieces as it is. Does nothing where there is no `malloc_trim`.
  @SuppressWarnings("restricted")
  public static void trim() {
    var linker = Linker.nativeLinker();
    linker
        .defaultLookup()
        .find("malloc_trim")
        .ifPresent(address -> {
          var shape = FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG);
          try {
            var _ = (int) linker.downcallHandle(address, shape).invokeExact(0L);
          } catch (Throwable e) {
            throw new IllegalStateException(e);
          }
        });
  }
}
