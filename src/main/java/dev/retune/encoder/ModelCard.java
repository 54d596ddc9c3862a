package dev.retune.encoder;

import java.util.List;

/// What stands in a model folder's `README.md`.
///
/// @param title the model's name
/// @param tags tags of the card's header besides `sentence-transformers`
/// @param text Markdown under the title: where the model comes from, its figures
public record ModelCard(String title, List<String> tags, String text) {
  public ModelCard {
    tags = List.copyOf(tags);
  }
}
