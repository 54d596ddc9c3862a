package dev.retune.pair.builtin;

import java.util.function.Consumer;

/// One way to make questions from a sentence.
@FunctionalInterface
interface Rule {
  /// @param corpus the passages around
  void apply(Sentence sentence, Corpus corpus, Consumer<Draft> found);
}
