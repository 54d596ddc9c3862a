/// What every screen needs.
@org.jspecify.annotations.NullMarked
package dev.retune.ui.support;
