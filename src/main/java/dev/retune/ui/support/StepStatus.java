package dev.retune.ui.support;

/// A step as the rail shows it.
///
/// @param state how far it is
/// @param number its one number in words, such as "3 · 412" or "180 / 312"; may be empty
public record StepStatus(State state, String number) {

  /// How far a step is.
  public enum State {
    NOT_BEGUN,
    BEGUN,
    DONE,
    RUNNING,
    ATTENTION
  }

  public static final StepStatus NOT_BEGUN = new StepStatus(State.NOT_BEGUN, "");
}
