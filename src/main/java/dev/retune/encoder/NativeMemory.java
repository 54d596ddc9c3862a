package dev.retune.encoder;

import ai.djl.engine.EngineException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The memory that PyTorch's allocators take.
public final class NativeMemory {
  private static final Logger LOG = LoggerFactory.getLogger(NativeMemory.class);
  private static final Optional<MethodHandle> TRIM = mallocTrim();

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
  public static void trim() {
    TRIM.ifPresent(trim -> {
      try {
        var _ = (int) trim.invokeExact(0L);
      } catch (Throwable e) {
        // Memory is only kept for longer.
        LOG.warn("malloc_trim", e);
      }
    });
  }

  @SuppressWarnings("restricted")
  private static Optional<MethodHandle> mallocTrim() {
    var linker = Linker.nativeLinker();
    var shape = FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG);
    return linker
        .defaultLookup()
        .find("malloc_trim")
        .map(address -> linker.downcallHandle(address, shape));
  }
}
