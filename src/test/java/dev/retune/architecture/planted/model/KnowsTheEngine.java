package dev.retune.architecture.planted.model;

/// Breaks a rule on purpose.
class KnowsTheEngine {
  ai.djl.ndarray.NDArray array;
}
