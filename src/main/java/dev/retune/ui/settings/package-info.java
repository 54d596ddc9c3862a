/// Settings: language, theme, the LLM endpoint, where data lives.
@org.jspecify.annotations.NullMarked
package dev.retune.ui.settings;
