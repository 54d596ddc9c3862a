package dev.retune.workflow;

import dev.retune.dataset.DatasetReader;
import dev.retune.pair.Action;
import dev.retune.pair.PairImport;
import dev.retune.task.Progress;
import java.nio.file.Path;
import java.util.stream.Collectors;

/// Brings a data set into the project, its passages counted in the tokens of the base model.
public final class ImportPairs {
  private static final int SAMPLE = 20;

  private final PairImport pairs;
  private final ProjectModel model;

  ImportPairs(PairImport pairs, ProjectModel model) {
    this.pairs = pairs;
    this.model = model;
  }

  /// Imports a LlamaIndex JSON file or a BEIR folder. The first import chooses the base model by
  /// the passages' language unless the person chose one.
  ///
  /// @throws java.util.concurrent.CancellationException if cancelled; nothing is stored then
  /// @throws dev.retune.text.ProblemException if it cannot be read; nothing is stored then
  public Action run(Path fileOrFolder, Progress progress) {
    if (model.chosen().isEmpty()) {
      var corpus = DatasetReader.read(fileOrFolder, null).corpus().values();
      var sample = corpus.stream().limit(SAMPLE).collect(Collectors.joining("\n"));
      model.choose(BaseModels.forText(sample));
    }
    try (var tokenizer = model.tokenizer(progress)) {
      return pairs.importFrom(fileOrFolder, tokenizer, progress);
    }
  }
}
