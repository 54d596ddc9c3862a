package dev.retune.training;

/// Which of the hard negatives that the data names for a query are learned from in a step.
///
/// @param atMost so many; 0: all
/// @param sampled whether they are drawn anew for each step; else they are always the first
public record NegativeSettings(int atMost, boolean sampled) {

  public static final NegativeSettings ALL = new NegativeSettings(0, false);
}
