package dev.retune.training.preflight;

import dev.retune.dataset.ClassRow;
import dev.retune.dataset.LabelledRow;
import dev.retune.dataset.PairRow;
import dev.retune.dataset.Row;
import dev.retune.dataset.ScoredRow;
import dev.retune.dataset.Split;
import dev.retune.dataset.TrainingData;
import dev.retune.dataset.TripletRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/// Texts that stand on both sides of the line between what is learned and what is measured, and
/// rows that repeat.
final class DuplicateCheck {
  /// So many texts a side are compared at most, which keeps the check within seconds.
  private static final int MOST = 20_000;

  private DuplicateCheck() {}

  static List<Finding> of(TrainingData data) {
    var findings = new ArrayList<Finding>();
    var trained = SplitTexts.trained(data);
    var questions = known(trained.questions().values(), true);
    var answers = known(trained.answers().values(), false);
    for (var split : List.of(Split.VALIDATION, Split.TEST)) {
      if (!data.hasEvaluation(split)) {
        continue;
      }
      var measured = SplitTexts.measured(data, split);
      var asked = matches(questions, measured.questions().values());
      if (!asked.isEmpty()) {
        var closest = asked.getFirst();
        findings.add(
            new Finding.SharedQuestions(
                split,
                asked.size(),
                measured.questions().size(),
                closest.known(),
                closest.text(),
                closest.similarity()));
      }
      var answering = matches(answers, measured.answers().values());
      if (!answering.isEmpty()) {
        var closest = answering.getFirst();
        findings.add(
            new Finding.SharedPassages(
                split,
                answering.size(),
                measured.answers().size(),
                closest.known(),
                closest.text(),
                closest.similarity()));
      }
    }
    repeated(data, findings);
    return findings;
  }

  private static NearDuplicates known(Collection<String> texts, boolean numbersCount) {
    return new NearDuplicates(texts.stream().filter(Words::any).limit(MOST).toList(), numbersCount);
  }

  /// Most similar first.
  private static List<NearDuplicates.Match> matches(
      NearDuplicates known, Collection<String> texts) {
    return texts.stream()
        .filter(Words::any)
        .limit(MOST)
        .flatMap(text -> known.find(text).stream())
        .sorted(Comparator.comparingDouble(NearDuplicates.Match::similarity).reversed())
        .toList();
  }

  private static void repeated(TrainingData data, List<Finding> findings) {
    var seen = new HashSet<List<String>>();
    var first = "";
    var count = 0;
    for (var row : data.rows(Split.TRAIN)) {
      var texts = texts(data, row);
      if (!seen.add(texts)) {
        first = count == 0 ? texts.getFirst() : first;
        count++;
      }
    }
    if (count > 0) {
      findings.add(new Finding.Repeated(count, first));
    }
  }

  private static List<String> texts(TrainingData data, Row row) {
    return switch (row) {
      case PairRow pair -> both(data, pair.query(), pair.passage());
      case TripletRow triplet -> {
        var texts = new ArrayList<>(both(data, triplet.query(), triplet.positive()));
        triplet.negatives().forEach(id -> texts.add(Words.plain(data.corpus().get(id))));
        yield texts;
      }
      case ScoredRow scored -> both(data, scored.first(), scored.second());
      case LabelledRow labelled -> both(data, labelled.first(), labelled.second());
      case ClassRow single -> List.of(Words.plain(data.corpus().get(single.text())));
    };
  }

  private static List<String> both(TrainingData data, String first, String second) {
    return List.of(Words.plain(data.queries().get(first)), Words.plain(data.corpus().get(second)));
  }
}
