package dev.retune.encoder;

/// Layers of an encoder that follow each other; with the first go the embeddings, with the last the
/// pooling.
///
/// @param first from 0
/// @param end behind the last of them
/// @param layers that the encoder has
record LayerRange(int first, int end, int layers) {

  static LayerRange all(EncoderConfig config) {
    return new LayerRange(0, config.layers(), config.layers());
  }

  static LayerRange one(int layer, EncoderConfig config) {
    return new LayerRange(layer, layer + 1, config.layers());
  }

  boolean contains(int layer) {
    return first <= layer && layer < end;
  }
}
