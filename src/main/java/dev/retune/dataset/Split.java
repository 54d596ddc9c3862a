package dev.retune.dataset;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;

/// What a row is for: to learn from, to choose the best checkpoint by, or to judge the result by.
public enum Split {
  TRAIN,
  VALIDATION,
  TEST;

  /// The name in files: `train`, `validation` or `test`.
  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The split a file calls `name`; BEIR's `dev` and the common `val` and `valid` mean validation.
  public static Optional<Split> named(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "train", "training" -> Optional.of(TRAIN);
      case "validation", "dev", "val", "valid" -> Optional.of(VALIDATION);
      case "test" -> Optional.of(TEST);
      default -> Optional.empty();
    };
  }
}
