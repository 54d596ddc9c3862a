/// The pairs screen: review, edit and split questions, and have them written.
@org.jspecify.annotations.NullMarked
package dev.retune.ui.pairs;
