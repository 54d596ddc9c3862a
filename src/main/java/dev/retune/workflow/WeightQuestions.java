package dev.retune.workflow;

import dev.retune.dataset.RetrievalSet;
import dev.retune.text.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The questions that the weight of BM25 is chosen on: validation questions, never one that is
/// measured.
final class WeightQuestions {
  private WeightQuestions() {}

  /// @param validation null if there is no validation split
  /// @return null where no weight has to be chosen
  /// @throws dev.retune.text.ProblemException if one has to be chosen and there is no validation
  ///   question with an answer apart from those in `measured`
  static @Nullable RetrievalSet of(
      Scoring scoring, @Nullable RetrievalSet validation, RetrievalSet measured) {
    if (!scoring.choosesWeight()) {
      return null;
    }
    var apart = validation == null ? null : apart(validation, measured);
    if (apart == null || apart.answerable() == 0) {
      throw Problem.of(WeightQuestions.class, "hybrid.noValidation").exception();
    }
    return apart;
  }

  private static RetrievalSet apart(RetrievalSet validation, RetrievalSet measured) {
    var texts = measured.queries().values().stream().map(String::strip).collect(Collectors.toSet());
    var queries = new LinkedHashMap<>(validation.queries());
    queries.values().removeIf(text -> texts.contains(text.strip()));
    var qrels = new LinkedHashMap<String, Map<String, Double>>(validation.qrels());
    qrels.keySet().retainAll(queries.keySet());
    return new RetrievalSet(validation.corpus(), queries, qrels);
  }
}
