package dev.retune.dataset;

import org.jspecify.annotations.Nullable;

/// Where the passage of a row came from.
///
/// @param document id of the document
/// @param chunk id of the chunk in it, where known
public record Origin(String document, @Nullable String chunk) {}
