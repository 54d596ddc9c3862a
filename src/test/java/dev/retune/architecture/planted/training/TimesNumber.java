package dev.retune.architecture.planted.training;

import ai.djl.ndarray.NDArray;

/// Breaks a rule on purpose.
class TimesNumber {
  NDArray doubled(NDArray array) {
    return array.mul(2);
  }
}
