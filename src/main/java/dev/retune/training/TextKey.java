package dev.retune.training;

import dev.retune.encoder.InputType;

/// One text of the dataset, or one window over it, as one side of the model sees it.
///
/// @param side decides prompt and greatest length
/// @param id among the queries or in the corpus
/// @param window which of the text's windows, from 0; [#WHOLE] for the text itself
record TextKey(InputType side, String id, int window) {
  static final int WHOLE = -1;

  static TextKey query(String id) {
    return new TextKey(InputType.QUERY, id, WHOLE);
  }

  static TextKey passage(String id) {
    return new TextKey(InputType.PASSAGE, id, WHOLE);
  }

  /// One window of the passage `id`.
  static TextKey window(String id, int window) {
    return new TextKey(InputType.PASSAGE, id, window);
  }

  boolean whole() {
    return window == WHOLE;
  }
}
