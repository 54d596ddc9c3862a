package dev.retune.training;

import dev.retune.dataset.DatasetInfo;
import dev.retune.dataset.TrainingData;
import dev.retune.text.Problem;
import dev.retune.text.ProblemException;
import dev.retune.training.loss.LossSettings;
import dev.retune.training.loss.LossTable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A dataset that is learned from beside the main one, in batches and with a loss of its own.
/// Nothing is measured on it.
///
/// @param loss must be able to learn from `data`
/// @param share of all batches that are its own; null: as many as it has, one pass for each of the
///   main dataset
public record AuxiliaryData(
    DatasetInfo info, TrainingData data, LossSettings loss, @Nullable Double share) {

  /// @throws dev.retune.text.ProblemException if the loss cannot learn from the data
  public AuxiliaryData {
    LossTable.check(loss, data);
  }

  /// What [#checkShares(List)] wants of these datasets.
  static List<Double> shares(List<AuxiliaryData> all) {
    return all.stream().flatMap(each -> Stream.ofNullable(each.share())).toList();
  }

  /// Why each loss that cannot learn from the training rows of `data` cannot.
  public static Map<LossSettings.Name, Problem> refusals(TrainingData data) {
    var refusals = new EnumMap<LossSettings.Name, Problem>(LossSettings.Name.class);
    for (var name : LossSettings.Name.values()) {
      try {
        var _ = Examples.of(data, LossSettings.of(name));
      } catch (ProblemException e) {
        refusals.put(name, e.problem());
      }
    }
    return refusals;
  }

  /// @param shares of all datasets beside the main one that have one
  /// @throws dev.retune.text.ProblemException if a share is not between 0 and 1, or they leave
  ///   nothing to the main dataset
  public static void checkShares(List<Double> shares) {
    var sum = 0.0;
    for (double share : shares) {
      if (!(share > 0 && share < 1)) {
        throw Problem.of(AuxiliaryData.class, "auxiliary.share", Double.toString(share))
            .exception();
      }
      sum += share;
    }
    if (sum >= 1) {
      throw Problem.of(AuxiliaryData.class, "auxiliary.shares", Double.toString(sum)).exception();
    }
  }
}
