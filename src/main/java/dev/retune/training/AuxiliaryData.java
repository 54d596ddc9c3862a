package dev.retune.training;

import dev.retune.dataset.DatasetInfo;
import dev.retune.dataset.TrainingData;
import dev.retune.text.Problem;
import dev.retune.training.loss.LossSettings;
import dev.retune.training.loss.LossTable;
import java.util.List;
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

  /// @throws dev.retune.text.ProblemException if a share is not between 0 and 1, or they leave
  ///   nothing to the main dataset
  static void checkShares(List<AuxiliaryData> all) {
    var sum = 0.0;
    for (var each : all) {
      var share = each.share();
      if (share != null && !(share > 0 && share < 1)) {
        throw Problem.of(AuxiliaryData.class, "auxiliary.share", Double.toString(share))
            .exception();
      }
      sum += share == null ? 0 : share;
    }
    if (sum >= 1) {
      throw Problem.of(AuxiliaryData.class, "auxiliary.shares", Double.toString(sum)).exception();
    }
  }
}
