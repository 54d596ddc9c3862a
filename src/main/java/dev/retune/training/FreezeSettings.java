package dev.retune.training;

import dev.retune.encoder.Family;

/// What of the encoder stays as it is.
///
/// @param embeddings whether the tables of words, positions and types stay
/// @param layers how many of the lowest layers stay
public record FreezeSettings(boolean embeddings, int layers) {

  /// Everything is trained.
  public static final FreezeSettings NOTHING = new FreezeSettings(false, 0);

  boolean freezes(Family family, String name) {
    var layer = family.layer(name);
    return layer.isPresent() ? layer.getAsInt() < layers : embeddings && family.embeds(name);
  }
}
