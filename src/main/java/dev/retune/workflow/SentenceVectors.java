package dev.retune.workflow;

import dev.retune.document.ChunkingOptions;
import dev.retune.encoder.EmbedOptions;
import dev.retune.encoder.Embedder;
import dev.retune.project.Project;
import dev.retune.retrieval.CachedEmbedder;
import dev.retune.retrieval.VectorCache;
import dev.retune.task.Progress;
import org.jspecify.annotations.Nullable;

/// The project's base model, where cutting documents compares the meaning of sentences. Vectors are
/// kept, so that what a preview computed is there when it is applied.
final class SentenceVectors {
  private final Workbench workbench;
  private final Project project;
  private final ProjectModel model;

  SentenceVectors(Workbench workbench, Project project, ProjectModel model) {
    this.workbench = workbench;
    this.project = project;
    this.model = model;
  }

  /// Opens the model; null where these options do not need it.
  @Nullable Embedder open(ChunkingOptions options, Progress progress) {
    if (!options.semantic()) {
      return null;
    }
    var embedder = workbench.open(model.entry(progress), EmbedOptions.defaults());
    return new CachedEmbedder(embedder, new VectorCache(project.vectors().resolve("sentences")));
  }
}
