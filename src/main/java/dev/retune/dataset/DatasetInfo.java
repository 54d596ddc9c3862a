package dev.retune.dataset;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a frozen dataset says about itself.
///
/// @param name shown to people and kept in a model's lineage
/// @param created when it was frozen
/// @param source where it came from, such as a project's name or a file; null if unknown
public record DatasetInfo(String name, Instant created, @Nullable String source) {}
