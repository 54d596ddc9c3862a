package dev.retune.pair;

import java.util.UUID;

/// A pair that could not be kept when its document was cut anew: its passage was torn apart.
///
/// @param id of the judgement, which undoing brings back
/// @param page on which the former passage begins, from 1; 0 where there are no pages
/// @param passage the former passage
public record LostPair(UUID id, String question, String documentName, int page, String passage) {}
