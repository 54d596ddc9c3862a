package dev.retune.training;

import java.util.List;

/// One example: a query, a passage that answers it, and passages that do not although they look so.
///
/// @param query id of the query
/// @param passage id of the passage
/// @param negatives ids of hard negatives; empty for plain pairs
record TrainingPair(String query, String passage, List<String> negatives) {}
