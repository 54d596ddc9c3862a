/// The window around the screens: rail, status bar, keys, dropped files.
@org.jspecify.annotations.NullMarked
package dev.retune.ui.shell;
