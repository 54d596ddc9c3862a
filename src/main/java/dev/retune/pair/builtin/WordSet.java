package dev.retune.pair.builtin;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// A set of words written as one text, which may name a word twice.
final class WordSet {
  private WordSet() {}

  static Set<String> of(String words) {
    return Arrays.stream(words.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
  }
}
