package dev.retune.ui.pairs;

/// Where the pairs screen leads.
///
/// @param toDocuments goes to the documents screen
/// @param openSample opens the sample project
/// @param toLlmSettings goes to the settings of the language model
public record PairsNavigation(Runnable toDocuments, Runnable openSample, Runnable toLlmSettings) {}
