package dev.retune.pair;

/// How to split.
///
/// @param seed the same seed splits the same pairs in the same way
/// @param again true to forget earlier assignments; false to keep them and place only new pairs
public record SplitOptions(SplitMethod method, Shares shares, long seed, boolean again) {

  /// At random with seed 42, keeping what was assigned before.
  public static SplitOptions recommended(int pairs) {
    return new SplitOptions(SplitMethod.RANDOM, Shares.recommended(pairs), 42, false);
  }
}
