/// The window around the screens.
@org.jspecify.annotations.NullMarked
package dev.retune.ui.shell;
