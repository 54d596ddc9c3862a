package dev.retune.training;

/// What of the encoder stays as it is.
///
/// @param embeddings whether the tables of words, positions and types stay
/// @param layers how many of the lowest layers stay
public record FreezeSettings(boolean embeddings, int layers) {

  /// Everything is trained.
  public static final FreezeSettings NOTHING = new FreezeSettings(false, 0);

  private static final String LAYER = "encoder.layer.";

  boolean freezes(String name) {
    if (name.startsWith(LAYER)) {
      var number = name.substring(LAYER.length(), name.indexOf('.', LAYER.length()));
      return Integer.parseInt(number) < layers;
    }
    return embeddings && name.startsWith("embeddings.");
  }
}
