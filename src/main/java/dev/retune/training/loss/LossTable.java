package dev.retune.training.loss;

import static dev.retune.training.loss.LossParameter.DISTANCE;
import static dev.retune.training.loss.LossParameter.DOT_PRODUCT;
import static dev.retune.training.loss.LossParameter.LABEL_SMOOTHING;
import static dev.retune.training.loss.LossParameter.MARGIN;
import static dev.retune.training.loss.LossParameter.RELATIVE_MARGIN;
import static dev.retune.training.loss.LossParameter.SCALE;
import static dev.retune.training.loss.LossParameter.SYMMETRIC;
import static dev.retune.training.loss.LossParameter.THRESHOLD;
import static dev.retune.training.loss.Material.CLASSES;
import static dev.retune.training.loss.Material.LABELLED;
import static dev.retune.training.loss.Material.PAIRS;
import static dev.retune.training.loss.Material.SCORED;
import static dev.retune.training.loss.Material.TEACHER_SCORES;
import static dev.retune.training.loss.Material.TRIPLETS;

import dev.retune.dataset.ClassRow;
import dev.retune.dataset.LabelledRow;
import dev.retune.dataset.PairRow;
import dev.retune.dataset.Row;
import dev.retune.dataset.ScoredRow;
import dev.retune.dataset.Split;
import dev.retune.dataset.TrainingData;
import dev.retune.dataset.TripletRow;
import dev.retune.text.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which loss learns from what, and what may be set about it: the one place where this stands, for
/// window, command line and checks.
///
/// Relevance is used by one rule. A row's grade is its relevance (or score), divided by the
/// greatest of the training rows where that exceeds 1. Losses that take scores have the grade for
/// their target. Ranking losses learn from rows whose relevance is positive and at least the
/// threshold, each weighing as much as its grade; a row below the threshold is no answer to learn,
/// but no wrong answer to its query either.
public final class LossTable {
  private LossTable() {}

  /// One line of the table.
  ///
  /// @param fits what the loss can learn from
  /// @param parameters what may be set about it, with the defaults of sentence-transformers: a
  ///   number, a truth value or a [Distance]
  public record Line(Set<Material> fits, Map<LossParameter, Object> parameters) {}

  public static Line of(LossSettings.Name name) {
    return switch (name) {
      case MULTIPLE_NEGATIVES_RANKING ->
          new Line(
              Set.of(PAIRS, TRIPLETS, TEACHER_SCORES),
              Map.of(
                  SCALE, 20.0,
                  SYMMETRIC, false,
                  LABEL_SMOOTHING, 0.0,
                  THRESHOLD, 0.0,
                  DOT_PRODUCT, false));
      case GIST_EMBED ->
          new Line(
              Set.of(PAIRS, TRIPLETS, TEACHER_SCORES),
              Map.of(SCALE, 100.0, MARGIN, 0.0, RELATIVE_MARGIN, false, THRESHOLD, 0.0));
      case TRIPLET ->
          new Line(
              Set.of(TRIPLETS, TEACHER_SCORES), Map.of(MARGIN, 5.0, DISTANCE, Distance.EUCLIDEAN));
      case COSINE_SIMILARITY -> new Line(Set.of(PAIRS, SCORED, LABELLED), Map.of());
      case COSENT, ANGLE -> new Line(Set.of(PAIRS, SCORED, LABELLED), Map.of(SCALE, 20.0));
      case CONTRASTIVE, ONLINE_CONTRASTIVE ->
          new Line(Set.of(LABELLED), Map.of(MARGIN, .5, DISTANCE, Distance.COSINE));
      case BATCH_HARD_TRIPLET ->
          new Line(Set.of(CLASSES), Map.of(MARGIN, 5.0, DISTANCE, Distance.EUCLIDEAN));
      case MARGIN_MSE -> new Line(Set.of(TEACHER_SCORES), Map.of());
      case DISTILL_KL_DIV -> new Line(Set.of(TEACHER_SCORES), Map.of(SCALE, 1.0));
    };
  }

  /// The losses that learn from `material`, the usual one first.
  public static List<LossSettings.Name> fitting(Material material) {
    return Stream.of(LossSettings.Name.values())
        .filter(name -> of(name).fits().contains(material))
        .toList();
  }

  /// @throws dev.retune.text.ProblemException naming the losses that fit, if `loss` cannot learn
  ///   from the training rows of `data`; or if it learns from differences and there are none
  public static void check(LossSettings loss, TrainingData data) {
    var material = Material.of(data);
    if (!of(loss.name()).fits().contains(material)) {
      var fitting =
          fitting(material).stream().map(LossSettings.Name::id).collect(Collectors.joining(", "));
      throw Problem.of(LossTable.class, "misfit", loss.name().id(), material.ordinal(), fitting)
          .exception();
    }
    var rows = data.rows(Split.TRAIN);
    if (!loss.ranks()
        && rows.size() > 1
        && rows.stream().map(LossTable::said).distinct().count() == 1) {
      throw Problem.of(LossTable.class, "alike", loss.name().id()).exception();
    }
  }

  /// What the data says of a row beside its texts.
  private static Object said(Row row) {
    return switch (row) {
      case PairRow pair -> pair.relevance();
      case TripletRow triplet -> triplet;
      case ScoredRow scored -> scored.score();
      case LabelledRow labelled -> labelled.label();
      case ClassRow single -> single.label();
    };
  }
}
