/// Text that a person reads: resource bundles, and problems with cause and remedy.
@org.jspecify.annotations.NullMarked
package dev.retune.text;
