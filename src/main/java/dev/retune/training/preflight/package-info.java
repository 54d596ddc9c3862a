/// What can be said of data and settings before a training: checks of texts, and their findings.
@org.jspecify.annotations.NullMarked
package dev.retune.training.preflight;
