package dev.retune.workflow;

import dev.retune.dataset.DatasetFolder;
import dev.retune.dataset.DatasetInfo;
import dev.retune.dataset.DatasetReader;
import dev.retune.dataset.RetrievalSet;
import dev.retune.dataset.Split;
import dev.retune.dataset.TrainingData;
import dev.retune.dataset.TrainingRows;
import dev.retune.encoder.Model;
import dev.retune.task.Progress;
import dev.retune.text.Problem;
import dev.retune.training.Preflight;
import dev.retune.training.PreflightReport;
import dev.retune.training.RunConfiguration;
import dev.retune.training.RunFolder;
import dev.retune.training.TrainingSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Makes a run from datasets on disk, without a project.
public final class TrainOnFiles {
  private final Workbench workbench;

  public TrainOnFiles(Workbench workbench) {
    this.workbench = workbench;
  }

  /// Freezes the datasets into a run folder; the caller starts the worker.
  ///
  /// @param model id or folder
  /// @param train what to learn from: LlamaIndex JSON, BEIR folder, or JSON Lines of rows
  /// @param validation LlamaIndex JSON or BEIR folder to choose the best point by
  /// @param test the same, measured once at the end; null: none
  /// @param auxiliary what else to learn from
  /// @param settings for so many pairs to learn from
  /// @param runs folder that the run folder is made in
  /// @throws dev.retune.text.ProblemException if a file cannot be read, the loss cannot learn from
  ///   it, or the run cannot be written
  public RunFolder freeze(
      String model,
      Path train,
      Path validation,
      @Nullable Path test,
      List<AuxiliaryFile> auxiliary,
      Path runs,
      IntFunction<TrainingSettings> settings,
      Progress progress) {
    var entry = workbench.models().ensure(model, progress);
    var data = data(train, validation, test);
    var chosen = settings.apply(data.rows(Split.TRAIN).size());
    var now = workbench.clock().instant();
    var others = auxiliary.stream().map(each -> each.read(now)).toList();
    var name = train.getFileName().toString();
    return RunFolder.create(
        runs,
        entry.name() + " · " + name,
        Model.read(entry.folder()),
        folder -> {
          var info = new DatasetInfo(name, now, train.toString());
          return new RunConfiguration.DatasetReference(
              name, DatasetFolder.write(folder, data, info));
        },
        chosen,
        others,
        workbench.version());
  }

  /// Looks at the same datasets, settings and machine within seconds; nothing is written.
  ///
  /// @throws dev.retune.text.ProblemException if a file cannot be read or the model not be opened
  /// @throws java.util.concurrent.CancellationException if cancelled
  public PreflightReport preflight(
      String model,
      Path train,
      Path validation,
      @Nullable Path test,
      List<AuxiliaryFile> auxiliary,
      IntFunction<TrainingSettings> settings,
      Progress progress) {
    var base = Model.read(workbench.models().ensure(model, progress).folder());
    var data = data(train, validation, test);
    var chosen = settings.apply(data.rows(Split.TRAIN).size());
    var now = workbench.clock().instant();
    var refused = new ArrayList<Problem>();
    var others = auxiliary.stream().flatMap(each -> each.read(now, refused::add).stream()).toList();
    return Preflight.of(base, data, chosen, others, refused, progress);
  }

  private static TrainingData data(Path train, Path validation, @Nullable Path test) {
    Map<Split, RetrievalSet> measured = new EnumMap<>(Split.class);
    measured.put(Split.VALIDATION, read(validation, Split.VALIDATION));
    if (test != null) {
      measured.put(Split.TEST, read(test, Split.TEST));
    }
    if (TrainingRows.matches(train)) {
      return TrainingRows.read(train).measuredOn(measured);
    }
    measured.put(Split.TRAIN, read(train, Split.TRAIN));
    return TrainingData.ofPairs(measured);
  }

  /// A file holds one set, whatever it is used for; a folder may hold one for each split.
  private static RetrievalSet read(Path source, Split split) {
    return DatasetReader.read(source, Files.isDirectory(source) ? split : null);
  }
}
