/// Queries, judgements and review; question writers and splits.
@org.jspecify.annotations.NullMarked
package dev.retune.pair;
