/// General language: what a tuned model must not have forgotten.
@org.jspecify.annotations.NullMarked
package dev.retune.training.general;
