package dev.retune.document;

import java.util.UUID;

/// A page's text.
///
/// @param number from 1
/// @param rawText as the reader gave it
/// @param text cleaned: what chunks are cut from and locators count in
/// @param offsets from `text` to `rawText`
public record Page(UUID documentId, int number, String rawText, String text, OffsetMap offsets) {}
