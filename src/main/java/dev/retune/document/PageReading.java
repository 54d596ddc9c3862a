package dev.retune.document;

/// How a page was read.
///
/// @param number from 1
/// @param treatment chosen for it, or else for its document
/// @param leftOut whether it gives no passages
/// @param corrected whether a person corrected its text since
public record PageReading(
    int number, PageState state, Treatment treatment, boolean leftOut, boolean corrected) {}
