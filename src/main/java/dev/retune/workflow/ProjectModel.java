package dev.retune.workflow;

import dev.retune.encoder.Model;
import dev.retune.encoder.ModelFolder;
import dev.retune.encoder.RemoteModel;
import dev.retune.encoder.Tokenizer;
import dev.retune.model.ModelCatalogue;
import dev.retune.model.ModelEntry;
import dev.retune.project.Project;
import dev.retune.task.Progress;
import dev.retune.text.Problem;
import dev.retune.text.ProblemException;
import dev.retune.training.MethodCheck;
import dev.retune.training.TrainingSettings;
import java.util.Optional;

/// The base model that a project tunes and counts tokens with.
public final class ProjectModel {
  private static final String KEY = "base_model";

  private final Project project;
  private final ModelCatalogue catalogue;

  ProjectModel(Project project, ModelCatalogue catalogue) {
    this.project = project;
    this.catalogue = catalogue;
  }

  /// The id that was chosen, by the person or by the language of the first documents.
  public Optional<String> chosen() {
    return project.settings().get(KEY, String.class);
  }

  /// The id in force.
  public String id() {
    return chosen().orElse(BaseModels.ENGLISH);
  }

  public void choose(String modelId) {
    project.settings().put(KEY, modelId);
  }

  /// The model with its folder on disk.
  ///
  /// @throws dev.retune.text.ProblemException if it cannot be found or unpacked
  public ModelEntry entry(Progress progress) {
    return catalogue.ensure(id(), progress);
  }

  /// Why these settings cannot train the model; empty if they can, or if it is not unpacked yet.
  Optional<Problem> misfit(TrainingSettings settings) {
    try {
      var entry = catalogue.find(id());
      if (entry.ready()) {
        MethodCheck.check(settings, Model.read(entry.folder()));
      }
      return Optional.empty();
    } catch (ProblemException e) {
      return Optional.of(e.problem());
    }
  }

  /// The longest text that the model reads, in tokens.
  public int maxTokens(Progress progress) {
    return Model.read(entry(progress).folder()).maxTokens();
  }

  /// The model's tokenizer, or for a model behind an address, whose own is not to be had, one that
  /// counts about alike; to be closed by the caller.
  Tokenizer tokenizer(Progress progress) {
    return Tokenizer.open(
        switch (Model.read(entry(progress).folder())) {
          case ModelFolder folder -> folder;
          case RemoteModel _ ->
              ModelFolder.read(catalogue.ensure(BaseModels.ENGLISH, progress).folder());
        });
  }
}
