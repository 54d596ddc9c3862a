package dev.retune.pair;

/// How many pairs stand in each status; removed documents' pairs are not counted.
public record PairCounts(int toReview, int accepted, int rejected) {

  public int all() {
    return toReview + accepted + rejected;
  }

  /// Accepted or rejected.
  public int judged() {
    return accepted + rejected;
  }
}
