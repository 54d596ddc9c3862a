package dev.retune.workflow;

import dev.retune.model.ModelEntry;
import java.util.List;
import java.util.Optional;

/// Which model a project tunes, and which it might.
///
/// @param models that the program knows
/// @param chosen id of the one in force
/// @param usual id of the one that suits the language of the project's passages
/// @param gone id of the model that was in force and is not there any more, so that the usual one
///   took its place just now
public record BaseChoice(
    List<ModelEntry> models, String chosen, String usual, Optional<String> gone) {
  public BaseChoice {
    models = List.copyOf(models);
  }
}
