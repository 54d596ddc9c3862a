package dev.retune.workflow;

import dev.retune.dataset.DatasetFolder;
import dev.retune.dataset.DatasetInfo;
import dev.retune.dataset.DatasetReader;
import dev.retune.dataset.RetrievalSet;
import dev.retune.dataset.Split;
import dev.retune.dataset.TrainingData;
import dev.retune.dataset.TrainingRows;
import dev.retune.task.Progress;
import dev.retune.text.Problem;
import dev.retune.text.ProblemException;
import dev.retune.training.AuxiliaryData;
import dev.retune.training.loss.LossSettings;
import dev.retune.training.loss.LossTable;
import dev.retune.training.loss.Material;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A dataset on disk to learn from beside the main one.
///
/// @param path LlamaIndex JSON, BEIR folder, JSON Lines of rows, or a dataset that a run froze
/// @param loss null for the usual one of what is in it
/// @param share of all batches, above 0 and below 1; null for one pass in each pass over the main
///   dataset
public record AuxiliaryFile(Path path, @Nullable LossSettings loss, @Nullable Double share) {

  /// @throws dev.retune.text.ProblemException if it cannot be read, or the loss cannot learn from
  ///   it
  AuxiliaryData read(Instant now) {
    return with(data(path, Progress.none()), now);
  }

  /// The same, where what cannot be learned from is told and nothing comes.
  ///
  /// @throws dev.retune.text.ProblemException if it cannot be read
  Optional<AuxiliaryData> read(Instant now, Consumer<Problem> refused) {
    var data = data(path, Progress.none());
    try {
      return Optional.of(with(data, now));
    } catch (ProblemException e) {
      refused.accept(e.problem());
      return Optional.empty();
    }
  }

  private AuxiliaryData with(TrainingData data, Instant now) {
    var chosen =
        loss == null ? LossSettings.of(LossTable.fitting(Material.of(data)).getFirst()) : loss;
    var info = new DatasetInfo(name(path), now, path.toString());
    return new AuxiliaryData(info, data, chosen, share);
  }

  /// What it is called: by its file, or as it was when a run froze it.
  static String name(Path path) {
    return DatasetFolder.matches(path)
        ? DatasetFolder.info(path).name()
        : path.getFileName().toString();
  }

  /// Its rows; nothing is measured on them.
  ///
  /// @throws java.util.concurrent.CancellationException if cancelled
  static TrainingData data(Path path, Progress progress) {
    if (DatasetFolder.matches(path)) {
      return DatasetFolder.read(path);
    }
    if (TrainingRows.matches(path)) {
      var nothing = new EnumMap<Split, RetrievalSet>(Split.class);
      return TrainingRows.read(path, progress).measuredOn(nothing);
    }
    var split = Files.isDirectory(path) ? Split.TRAIN : null;
    return TrainingData.ofPairs(Map.of(Split.TRAIN, DatasetReader.read(path, split)));
  }
}
