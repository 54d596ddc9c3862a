/// The catalogue of base and tuned models.
@org.jspecify.annotations.NullMarked
package dev.retune.model;
