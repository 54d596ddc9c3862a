/// The project folder and its store.
@org.jspecify.annotations.NullMarked
package dev.retune.project;
