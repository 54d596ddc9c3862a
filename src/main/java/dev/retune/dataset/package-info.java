/// Frozen, typed training data and its formats.
@org.jspecify.annotations.NullMarked
package dev.retune.dataset;
