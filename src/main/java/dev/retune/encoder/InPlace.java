package dev.retune.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;

/// Overwrites arrays where they lie, in PyTorch's own memory.
///
/// DJL's `copyTo` and `set` with a buffer make the array stand on memory of the JVM, which is let
/// go with the Java object that it was called on. What else holds on to the array then reads and
/// writes memory that belongs to others: a gradient is fetched anew by each call for it, so that
/// the object soon goes.
public final class InPlace {
  private static final NDIndex ALL = new NDIndex(":");
  private static final Shape FLAT = new Shape(-1);

  private InPlace() {}

  /// @param from of the same shape and type as `to`
  /// @param to contiguous
  public static void copy(NDArray from, NDArray to) {
    try (var given = from.reshape(FLAT);
        var place = to.reshape(FLAT)) {
      place.set(ALL, given);
    }
  }
}
