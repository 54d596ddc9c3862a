package dev.retune.document;

import java.util.List;

/// What a chunk is put together from: a sentence, a heading, or a piece of a sentence too long for
/// a chunk.
///
/// @param start first character in the document's text
/// @param tokens in the base model's tokens
/// @param heading whether it is one
/// @param path headings it stands under, itself included if it is one
record TextUnit(int start, int end, int tokens, boolean heading, List<String> path) {}
