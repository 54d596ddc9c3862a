/// Progress and cancellation: the port that work reports to.
@org.jspecify.annotations.NullMarked
package dev.retune.task;
