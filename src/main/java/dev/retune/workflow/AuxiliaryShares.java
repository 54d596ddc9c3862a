package dev.retune.workflow;

import dev.retune.text.Problem;
import dev.retune.text.ProblemException;
import dev.retune.training.AuxiliaryData;
import dev.retune.training.TrainingSettings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How many batches other datasets add to those of the main one.
record AuxiliaryShares(List<AuxiliaryChoice> others) {

  /// Why their shares cannot be together.
  Optional<Problem> clash() {
    try {
      AuxiliaryData.checkShares(
          others.stream().flatMap(each -> Stream.ofNullable(each.share())).toList());
      return Optional.empty();
    } catch (ProblemException e) {
      return Optional.of(e.problem());
    }
  }

  /// Batches of a pass over the main dataset, about: those without a share bring all of theirs,
  /// those with one get it of the whole.
  ///
  /// @param main batches of the main dataset
  int batches(int main, TrainingSettings settings) {
    var whole = main;
    var left = 1.0;
    for (var each : others) {
      var share = each.share();
      if (share == null) {
        whole += Math.ceilDiv(each.content().rows(), settings.batchSize());
      } else {
        left -= share;
      }
    }
    return left <= 0 ? whole : (int) Math.round(whole / left);
  }
}
