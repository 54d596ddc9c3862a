package dev.retune.pair;

/// What a person decided about a pair.
public enum ReviewStatus {
  TO_REVIEW,
  ACCEPTED,
  REJECTED
}
