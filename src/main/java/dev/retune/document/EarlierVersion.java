package dev.retune.document;

/// A document of the same name with other content that is in the project too.
///
/// @param added how many passages of the new one it has not
/// @param gone how many of its passages the new one has not
public record EarlierVersion(Document document, int added, int gone) {}
