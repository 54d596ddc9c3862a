/// Questions made from a passage by rules: what the built-in writer consists of. Knows texts only,
/// neither store nor review.
@org.jspecify.annotations.NullMarked
package dev.retune.pair.builtin;
