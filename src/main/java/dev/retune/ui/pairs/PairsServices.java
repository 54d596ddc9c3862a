package dev.retune.ui.pairs;

import dev.retune.ui.support.ToPassage;

/// What the pairs screen needs of the project and of the window around it.
///
/// @param pairs reads pairs
/// @param decisions takes decisions
/// @param passages reads passages
/// @param writing has questions written
/// @param toDocuments goes to the documents screen
/// @param toPassage goes to a passage in its document
/// @param openSample opens the sample project
/// @param toLlmSettings goes to the settings of the language model
public record PairsServices(
    PairSource pairs,
    Decisions decisions,
    PassageSource passages,
    QuestionWriting writing,
    Runnable toDocuments,
    ToPassage toPassage,
    Runnable openSample,
    Runnable toLlmSettings) {}
