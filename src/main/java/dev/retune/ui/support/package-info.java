/// What every screen is made of: tasks, messages, states, headers, tables, the theme.
@org.jspecify.annotations.NullMarked
package dev.retune.ui.support;
