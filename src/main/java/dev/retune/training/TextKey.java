package dev.retune.training;

import dev.retune.encoder.InputType;

/// One text of the dataset, as one side of the model sees it.
///
/// @param side decides prompt and greatest length
/// @param id among the queries or in the corpus
record TextKey(InputType side, String id) {

  static TextKey query(String id) {
    return new TextKey(InputType.QUERY, id);
  }

  static TextKey passage(String id) {
    return new TextKey(InputType.PASSAGE, id);
  }
}
