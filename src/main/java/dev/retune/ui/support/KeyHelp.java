package dev.retune.ui.support;

/// One line of the list that `?` shows.
///
/// @param keys the keys as printed on them: "A", "Ctrl+Z", "0–3"
/// @param what what they do
public record KeyHelp(String keys, String what) {}
