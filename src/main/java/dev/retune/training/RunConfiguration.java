package dev.retune.training;

import dev.retune.training.loss.LossSettings;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `run.json`: everything that decides what a run computes. Written once, never changed.
///
/// @param schemaVersion of this file; see [#SCHEMA]
/// @param name what the person calls the run
/// @param created when it was made
/// @param programVersion of the program that made it
/// @param base the model that is trained
/// @param dataset the frozen data in `dataset/`
/// @param settings what the person chose
/// @param auxiliary datasets that are learned from beside the main one; null for none
public record RunConfiguration(
    int schemaVersion,
    String name,
    Instant created,
    String programVersion,
    BaseReference base,
    DatasetReference dataset,
    TrainingSettings settings,
    @Nullable List<AuxiliaryReference> auxiliary) {

  /// The newest version of `run.json` that this program knows.
  public static final int SCHEMA = 1;

  /// With one dataset only.
  public RunConfiguration(
      int schemaVersion,
      String name,
      Instant created,
      String programVersion,
      BaseReference base,
      DatasetReference dataset,
      TrainingSettings settings) {
    this(schemaVersion, name, created, programVersion, base, dataset, settings, null);
  }

  /// The datasets beside the main one.
  List<AuxiliaryReference> others() {
    return auxiliary == null ? List.of() : auxiliary;
  }

  /// The base model of a run.
  ///
  /// @param id in the catalogue, or the folder's name
  /// @param folder absolute path; a packed run has it in `base/` instead
  /// @param fingerprint of weights and configuration
  public record BaseReference(String id, String folder, String fingerprint) {}

  /// The dataset of a run.
  ///
  /// @param name for people
  /// @param fingerprint SHA-256 over the folder's content
  public record DatasetReference(String name, String fingerprint) {}

  /// A dataset beside the main one.
  ///
  /// @param folder in the run folder
  /// @param name for people
  /// @param fingerprint SHA-256 over the folder's content
  /// @param share of all batches; null: one pass for each of the main dataset
  public record AuxiliaryReference(
      String folder, String name, String fingerprint, LossSettings loss, @Nullable Double share) {}
}
