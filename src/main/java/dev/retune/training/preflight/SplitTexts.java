package dev.retune.training.preflight;

import dev.retune.dataset.ClassRow;
import dev.retune.dataset.LabelledRow;
import dev.retune.dataset.PairRow;
import dev.retune.dataset.ScoredRow;
import dev.retune.dataset.Split;
import dev.retune.dataset.TrainingData;
import dev.retune.dataset.TripletRow;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a split asks, and the passages that answer.
///
/// @param questions text by id
/// @param answers text of each passage that is right for a question, by id
record SplitTexts(Map<String, String> questions, Map<String, String> answers) {

  /// What is trained on.
  static SplitTexts trained(TrainingData data) {
    var texts = new SplitTexts(new LinkedHashMap<>(), new LinkedHashMap<>());
    for (var row : data.rows(Split.TRAIN)) {
      switch (row) {
        case PairRow pair when pair.relevance() > 0 ->
            texts.add(data, pair.query(), pair.passage());
        case TripletRow triplet -> texts.add(data, triplet.query(), triplet.positive());
        case ScoredRow scored -> texts.add(data, scored.first(), scored.second());
        case LabelledRow labelled -> texts.add(data, labelled.first(), labelled.second());
        case PairRow _, ClassRow _ -> {}
      }
    }
    return texts;
  }

  /// What a split that has an evaluation is measured on.
  static SplitTexts measured(TrainingData data, Split split) {
    var set = data.evaluation(split);
    var texts = new SplitTexts(new LinkedHashMap<>(), new LinkedHashMap<>());
    set.qrels()
        .forEach((query, judged) ->
            judged.forEach((passage, relevance) -> {
              if (relevance > 0) {
                texts.questions.put(query, set.queries().getOrDefault(query, ""));
                texts.answers.put(passage, set.corpus().getOrDefault(passage, ""));
              }
            }));
    return texts;
  }

  private void add(TrainingData data, String query, String passage) {
    questions.put(query, data.queries().getOrDefault(query, ""));
    answers.put(passage, data.corpus().getOrDefault(passage, ""));
  }
}
