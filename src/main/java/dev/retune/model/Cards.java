package dev.retune.model;

import dev.retune.encoder.ModelCard;
import java.util.List;

/// Model cards of models that were converted here.
final class Cards {
  private Cards() {}

  static ModelCard converted(String name, String file) {
    return new ModelCard(name, List.of(), "Converted from `" + file + "`.");
  }
}
