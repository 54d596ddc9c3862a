/// Documents, pages and chunks: reading, cleaning, chunking.
@org.jspecify.annotations.NullMarked
package dev.retune.document;
