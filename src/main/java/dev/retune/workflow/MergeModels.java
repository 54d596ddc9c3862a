package dev.retune.workflow;

import dev.retune.encoder.ModelCard;
import dev.retune.encoder.ModelFolder;
import dev.retune.encoder.ModelFolderWriter;
import dev.retune.encoder.PeftFolder;
import dev.retune.encoder.WeightMerge;
import dev.retune.retrieval.RetrievalFile;
import dev.retune.task.Progress;
import dev.retune.text.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Makes one model of a base and what was tuned from it.
public final class MergeModels {
  private final Workbench workbench;

  public MergeModels(Workbench workbench) {
    this.workbench = workbench;
  }

  /// @param base id or folder
  /// @param tuned id or folder of a model, or the folder of a LoRA adapter
  /// @param alpha share of the tuned model, 0 to 1; an adapter is merged whole, with 1
  /// @param target folder that does not exist yet, or is empty
  /// @throws dev.retune.text.ProblemException if they do not belong together or the folder cannot
  ///   be written
  public void run(String base, String tuned, double alpha, Path target, Progress progress) {
    var folder = ModelFolder.read(workbench.models().ensure(base, progress).folder());
    if (Files.isDirectory(Path.of(tuned)) && PeftFolder.is(Path.of(tuned))) {
      if (alpha != 1) {
        throw Problem.of(MergeModels.class, "merge.adapter", tuned).exception();
      }
      var adapter = PeftFolder.read(Path.of(tuned));
      var retrieval = RetrievalFile.read(Path.of(tuned));
      var prompts = adapter.prompts(folder);
      ModelFolderWriter.writeChanged(
          target,
          adapter.surrounding(folder),
          prompts,
          adapter.merge(folder),
          adapter.matryoshka(),
          card(target, folder.name(), tuned, 1));
      RetrievalFile.write(target, retrieval, prompts);
      return;
    }
    var other = workbench.models().ensure(tuned, progress);
    WeightMerge.write(
        target,
        folder,
        ModelFolder.read(other.folder()),
        alpha,
        card(target, folder.name(), other.name(), alpha));
    RetrievalFile.write(
        target, RetrievalFile.read(other.folder()), ModelFolder.read(target).prompts());
  }

  private static ModelCard card(Path target, String base, String tuned, double alpha) {
    var text =
        String.format(
            Locale.ROOT, "Weights: %.3g × `%s` + %.3g × `%s`.", 1 - alpha, base, alpha, tuned);
    return new ModelCard(target.getFileName().toString(), List.of(), text);
  }
}
