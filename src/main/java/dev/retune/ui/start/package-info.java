/// What a person sees before a project is open.
@org.jspecify.annotations.NullMarked
package dev.retune.ui.start;
