/// The training screen: plan a run, watch it, read its verdict.
@org.jspecify.annotations.NullMarked
package dev.retune.ui.train;
