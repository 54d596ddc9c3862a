package dev.retune.dataset;

import org.jspecify.annotations.Nullable;

/// One text and its class.
///
/// @param text id of the text in the corpus
/// @param label name of the class
public record ClassRow(String text, String label, Split split, @Nullable Origin origin)
    implements Row {}
