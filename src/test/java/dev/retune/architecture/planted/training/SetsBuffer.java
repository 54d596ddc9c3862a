package dev.retune.architecture.planted.training;

import ai.djl.ndarray.NDArray;

/// Breaks a rule on purpose.
class SetsBuffer {
  void overwritten(NDArray array) {
    array.set(new float[] {1});
  }
}
