package dev.retune.ui.pairs;

/// What the pairs screen needs of the project and of the window around it.
///
/// @param pairs reads pairs
/// @param decisions takes decisions
/// @param passages reads passages
/// @param writing has questions written
/// @param toDocuments goes to the documents screen
/// @param openSample opens the sample project
/// @param toLlmSettings goes to the settings of the language model
public record PairsServices(
    PairSource pairs,
    Decisions decisions,
    PassageSource passages,
    QuestionWriting writing,
    Runnable toDocuments,
    Runnable openSample,
    Runnable toLlmSettings) {}
