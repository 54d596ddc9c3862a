package dev.retune.document;

import java.util.List;

/// What a chunk is put together from: a sentence, a heading, the head or a row of a table, or a
/// piece of one too long for a chunk.
///
/// @param start first character in the document's text
/// @param tokens in the base model's tokens
/// @param heading whether it is one, or the head of a table
/// @param path headings it stands under, itself included if it is one
record TextUnit(int start, int end, int tokens, boolean heading, List<String> path) {}
