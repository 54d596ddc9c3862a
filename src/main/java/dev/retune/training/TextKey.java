package dev.retune.training;

import dev.retune.encoder.InputType;

/// One text of a dataset, or one window over it, as one side of the model sees it.
///
/// @param side decides prompt and greatest length
/// @param id among the queries or in the corpus
/// @param window which of the text's windows, from 0; [#WHOLE] for the text itself
/// @param source the dataset: 0 the main one, then the auxiliary ones in their order
record TextKey(InputType side, String id, int window, int source) {
  static final int WHOLE = -1;

  static TextKey query(String id) {
    return new TextKey(InputType.QUERY, id, WHOLE, 0);
  }

  static TextKey passage(String id) {
    return new TextKey(InputType.PASSAGE, id, WHOLE, 0);
  }

  /// One window of the passage `id`.
  static TextKey window(String id, int window) {
    return new TextKey(InputType.PASSAGE, id, window, 0);
  }

  TextKey in(int other) {
    return new TextKey(side, id, window, other);
  }

  boolean whole() {
    return window == WHOLE;
  }
}
