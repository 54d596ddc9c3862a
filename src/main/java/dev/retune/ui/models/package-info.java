/// The step Models: base and tuned models, their lineage and their way out.
@org.jspecify.annotations.NullMarked
package dev.retune.ui.models;
