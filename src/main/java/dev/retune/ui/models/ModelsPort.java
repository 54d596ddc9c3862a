package dev.retune.ui.models;

import dev.retune.encoder.RemoteAddress;
import dev.retune.model.ModelEntry;
import dev.retune.task.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// The models that this program knows. Called off the FX thread.
public interface ModelsPort {

  /// The models and which of them are the open project's.
  ///
  /// @param all base models first, then tuned and imported ones, newest first
  /// @param ofProject ids of those that its runs made
  record Known(List<ModelEntry> all, Set<String> ofProject) {
    public Known {
      all = List.copyOf(all);
      ofProject = Set.copyOf(ofProject);
    }
  }

  Known models();

  /// Copies a model's folder to `target`.
  ///
  /// @throws dev.retune.text.ProblemException if the target holds something or cannot be written
  void export(ModelEntry model, Path target, Progress progress);

  /// Copies what was trained beside the base model, and that alone, to `target`.
  ///
  /// @throws dev.retune.text.ProblemException if the target holds something or cannot be written
  void exportAdapter(ModelEntry model, Path target, Progress progress);

  /// Brings a model folder in.
  ///
  /// @throws dev.retune.text.ProblemException if it is no model this program can run
  ModelEntry importFolder(Path folder, String name, Progress progress);

  /// Enters a model behind an address, once a word was sent there and a vector came back.
  ///
  /// @throws dev.retune.text.ProblemException if it cannot be reached or refuses
  ModelEntry connect(RemoteAddress address, Progress progress);

  /// Removes a tuned or imported model for good.
  void remove(ModelEntry model);
}
