package dev.retune.document;

/// A document of the same name with other content that is in the project too.
///
/// @param added how many passages of the new one say something that it does not
/// @param gone how many of its passages say something that the new one does not
public record EarlierVersion(Document document, int added, int gone) {}
