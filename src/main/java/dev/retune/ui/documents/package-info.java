/// The step Documents: what was imported, and its passages.
@org.jspecify.annotations.NullMarked
package dev.retune.ui.documents;
