package dev.retune.training;

/// How much the loss is enlarged before going back in float16, whose small gradients would vanish
/// else: dynamic, as `torch.amp.GradScaler` does it. A gradient that overflows costs its step and
/// halves the scale; after a while without one the scale doubles.
final class LossScale {
  static final double INITIAL = 65536;
  static final int GROWTH_INTERVAL = 2000;
  private static final double GROWTH = 2;
  private static final double BACKOFF = .5;

  private final int interval;
  private State state = new State(INITIAL, 0, 0);

  /// @param interval steps in a row without overflow after which the scale doubles
  LossScale(int interval) {
    this.interval = interval;
  }

  /// What a checkpoint keeps of it.
  ///
  /// @param scale what the loss is multiplied by
  /// @param good steps since the scale changed
  /// @param skipped steps that overflowed, in which the optimiser changed nothing
  record State(double scale, int good, int skipped) {}

  State state() {
    return state;
  }

  void restore(State earlier) {
    state = earlier;
  }

  double scale() {
    return state.scale();
  }

  /// After a step whose gradients were all finite.
  void kept() {
    var good = state.good() + 1;
    state =
        good == interval
            ? new State(state.scale() * GROWTH, 0, state.skipped())
            : new State(state.scale(), good, state.skipped());
  }

  /// After a step whose gradients overflowed.
  ///
  /// @return whether a smaller scale is worth trying: below 1 it is not the scale that overflows
  boolean overflowed() {
    state = new State(state.scale() * BACKOFF, 0, state.skipped() + 1);
    return state.scale() >= 1;
  }
}
