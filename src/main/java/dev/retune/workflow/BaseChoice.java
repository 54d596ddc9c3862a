package dev.retune.workflow;

import dev.retune.model.ModelEntry;
import java.util.List;

/// Which model a project tunes, and which it might.
///
/// @param models that the program knows
/// @param chosen id of the one in force
/// @param usual id of the one that suits the language of the project's passages
public record BaseChoice(List<ModelEntry> models, String chosen, String usual) {
  public BaseChoice {
    models = List.copyOf(models);
  }
}
