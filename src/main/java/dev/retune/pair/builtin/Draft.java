package dev.retune.pair.builtin;

/// A question that a rule made.
///
/// @param answer the sentence or line that answers, word for word
/// @param worth how good the rule is as a rule; 1 is best
public record Draft(String question, String answer, double worth) {}
