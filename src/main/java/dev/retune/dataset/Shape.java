package dev.retune.dataset;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What one row of training data consists of; decides which losses can learn from it.
public enum Shape {
  /// A query and a passage that answers it.
  PAIRS,
  /// A query, a passage that answers it, and passages that do not.
  TRIPLETS,
  /// Two texts and how similar they are.
  SCORED,
  /// Two texts and the label of their relation, such as entailment.
  LABELLED,
  /// One text and its class.
  CLASSES;

  /// The name in files, such as `pairs`.
  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The file of a dataset folder that holds rows of this shape.
  public String fileName() {
    return id() + ".jsonl";
  }
}
