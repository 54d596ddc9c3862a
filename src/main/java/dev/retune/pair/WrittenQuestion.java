package dev.retune.pair;

import org.jspecify.annotations.Nullable;

/// A question that a writer made from a passage.
///
/// @param text ends with a question mark, in the passage's language
/// @param answer the sentence of the passage that answers it, word for word; null if not known
public record WrittenQuestion(String text, @Nullable String answer) {}
