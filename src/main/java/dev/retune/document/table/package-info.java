/// Finds tables on a page and divides them into cells.
@org.jspecify.annotations.NullMarked
package dev.retune.document.table;
