/// Runs: folder, loop, losses, checkpoints, events, worker.
@org.jspecify.annotations.NullMarked
package dev.retune.training;
