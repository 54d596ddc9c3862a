/// The main class and the composition root.
@org.jspecify.annotations.NullMarked
package dev.retune.app;
