/// Retune: makes a retrieval model good at one's own documents.
@org.jspecify.annotations.NullMarked
package dev.retune;
