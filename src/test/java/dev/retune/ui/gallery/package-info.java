/// Pictures of every screen in its states, for looking at: run [Gallery#main] with a display.
package dev.retune.ui.gallery;
