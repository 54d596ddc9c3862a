package dev.retune.training;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/// What the C library has given out and not got back: PyTorch takes its processor memory there, the
/// JVM's heap lies elsewhere.
final class NativeHeap {
  /// `struct mallinfo2` of glibc.
  private static final StructLayout INFO =
      MemoryLayout.structLayout(
          number("arena"),
          number("ordblks"),
          number("smblks"),
          number("hblks"),
          number("hblkhd"),
          number("usmblks"),
          number("fsmblks"),
          number("uordblks"),
          number("fordblks"),
          number("keepcost"));

  private NativeHeap() {}

  private static MemoryLayout number(String name) {
    return ValueLayout.JAVA_LONG.withName(name);
  }

  /// Whether the C library tells.
  static boolean known() {
    return Linker.nativeLinker().defaultLookup().find("mallinfo2").isPresent();
  }

  /// Bytes in use: the least of some readings, for compilers of the JVM come and go; buffers that
  /// wait for the garbage collector do not count.
  static long bytes() throws Throwable {
    System.gc();
    var least = Long.MAX_VALUE;
    for (var i = 0; i < 10; i++) {
      Thread.sleep(20);
      least = Math.min(least, now());
    }
    return least;
  }

  @SuppressWarnings("restricted") // what the C library says of itself stands nowhere else
  private static long now() throws Throwable {
    var linker = Linker.nativeLinker();
    var symbol = linker.defaultLookup().find("mallinfo2").orElseThrow();
    var handle = linker.downcallHandle(symbol, FunctionDescriptor.of(INFO));
    try (var arena = Arena.ofConfined()) {
      var info = (MemorySegment) handle.invokeExact((SegmentAllocator) arena);
      return read(info, "hblkhd") + read(info, "uordblks");
    }
  }

  private static long read(MemorySegment info, String name) {
    var place = INFO.byteOffset(MemoryLayout.PathElement.groupElement(name));
    return info.get(ValueLayout.JAVA_LONG, place);
  }
}
