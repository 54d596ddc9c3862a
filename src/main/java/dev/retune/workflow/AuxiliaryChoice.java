package dev.retune.workflow;

import dev.retune.training.AuxiliaryData;
import dev.retune.training.loss.LossSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A dataset to learn from beside the main one, as it was found and as it is to be used.
///
/// @param share of all batches, above 0 and below 1; null for one pass in each pass over the main
///   dataset
public record AuxiliaryChoice(AuxiliaryContent content, LossSettings loss, @Nullable Double share) {

  /// @throws dev.retune.text.ProblemException if the loss cannot learn from it, or the share cannot
  ///   be
  public AuxiliaryChoice {
    var refusal = content.refusals().get(loss.name());
    if (refusal != null) {
      throw refusal.exception();
    }
    if (share != null) {
      AuxiliaryData.checkShares(List.of(share));
    }
  }

  /// With its usual loss, as often as it has batches.
  public static AuxiliaryChoice usual(AuxiliaryContent content) {
    return new AuxiliaryChoice(content, LossSettings.of(content.fitting().getFirst()), null);
  }

  public AuxiliaryChoice with(LossSettings other) {
    return new AuxiliaryChoice(content, other, share);
  }

  public AuxiliaryChoice withShare(@Nullable Double other) {
    return new AuxiliaryChoice(content, loss, other);
  }

  /// What a run is started with.
  public AuxiliaryFile file() {
    return new AuxiliaryFile(content.path(), loss, share);
  }
}
