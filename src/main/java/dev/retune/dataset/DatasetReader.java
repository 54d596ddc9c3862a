package dev.retune.dataset;

import dev.retune.text.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a retrieval set from whatever a person names: a LlamaIndex JSON file, a BEIR folder, a
/// dataset folder of this program, or a run folder that holds one.
public final class DatasetReader {
  private static final List<Split> PREFERRED = List.of(Split.TEST, Split.VALIDATION, Split.TRAIN);

  private DatasetReader() {}

  /// Reads one split; a LlamaIndex file is one split, whichever is asked for.
  ///
  /// @param split null for the test split, or validation, or train, whichever comes first
  /// @throws dev.retune.text.ProblemException if it is of no known form, damaged, inconsistent, or
  ///   has no such split
  public static RetrievalSet read(Path fileOrFolder, @Nullable Split split) {
    if (Files.isRegularFile(fileOrFolder)) {
      return LlamaIndexFormat.read(fileOrFolder);
    }
    if (!Files.isDirectory(fileOrFolder)) {
      throw Problem.of(DatasetReader.class, "missing", fileOrFolder).exception();
    }
    var inRun = fileOrFolder.resolve("dataset");
    if (DatasetFolder.matches(inRun)) {
      return read(inRun, split);
    }
    if (DatasetFolder.matches(fileOrFolder)) {
      var data = DatasetFolder.read(fileOrFolder);
      return data.evaluation(split == null ? preferred(data.evaluation().keySet()) : split);
    }
    if (BeirFormat.matches(fileOrFolder)) {
      return BeirFormat.read(
          fileOrFolder, split == null ? preferred(BeirFormat.splits(fileOrFolder)) : split);
    }
    throw Problem.of(DatasetReader.class, "unknown", fileOrFolder).exception();
  }

  private static Split preferred(Collection<Split> present) {
    return PREFERRED.stream()
        .filter(present::contains)
        .findFirst()
        .orElseThrow(() -> TrainingDataRules.noSplit(Split.TEST, present).exception());
  }
}
